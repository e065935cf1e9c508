package gemwright.format.pickle;

import java.util.Set;

/// What users call a class, whatever module a library generation kept it in.
final class PublicNames {
    /// Modules that pickles of older releases name although users import from the package above
    /// them; later releases gave such modules a leading underscore.
    private static final Set<String> ONCE_PUBLIC =
            Set.of(
                    "scipy.sparse.bsr",
                    "scipy.sparse.coo",
                    "scipy.sparse.csc",
                    "scipy.sparse.csr",
                    "scipy.sparse.dia",
                    "scipy.sparse.lil",
                    "sklearn.cluster.birch",
                    "sklearn.cluster.dbscan_",
                    "sklearn.cluster.hierarchical",
                    "sklearn.cluster.k_means_",
                    "sklearn.cluster.mean_shift_",
                    "sklearn.cross_decomposition.pls_",
                    "sklearn.decomposition.factor_analysis",
                    "sklearn.decomposition.fastica_",
                    "sklearn.decomposition.incremental_pca",
                    "sklearn.decomposition.kernel_pca",
                    "sklearn.decomposition.nmf",
                    "sklearn.decomposition.online_lda",
                    "sklearn.decomposition.pca",
                    "sklearn.decomposition.truncated_svd",
                    "sklearn.ensemble.bagging",
                    "sklearn.ensemble.forest",
                    "sklearn.ensemble.gradient_boosting",
                    "sklearn.ensemble.iforest",
                    "sklearn.ensemble.voting",
                    "sklearn.ensemble.voting_classifier",
                    "sklearn.ensemble.weight_boosting",
                    "sklearn.feature_selection.from_model",
                    "sklearn.feature_selection.rfe",
                    "sklearn.feature_selection.univariate_selection",
                    "sklearn.feature_selection.variance_threshold",
                    "sklearn.gaussian_process.gpc",
                    "sklearn.gaussian_process.gpr",
                    "sklearn.linear_model.base",
                    "sklearn.linear_model.bayes",
                    "sklearn.linear_model.coordinate_descent",
                    "sklearn.linear_model.huber",
                    "sklearn.linear_model.least_angle",
                    "sklearn.linear_model.logistic",
                    "sklearn.linear_model.omp",
                    "sklearn.linear_model.passive_aggressive",
                    "sklearn.linear_model.perceptron",
                    "sklearn.linear_model.ransac",
                    "sklearn.linear_model.ridge",
                    "sklearn.linear_model.stochastic_gradient",
                    "sklearn.linear_model.theil_sen",
                    "sklearn.mixture.bayesian_mixture",
                    "sklearn.mixture.gaussian_mixture",
                    "sklearn.neighbors.classification",
                    "sklearn.neighbors.kde",
                    "sklearn.neighbors.lof",
                    "sklearn.neighbors.nearest_centroid",
                    "sklearn.neighbors.regression",
                    "sklearn.neighbors.unsupervised",
                    "sklearn.neural_network.multilayer_perceptron",
                    "sklearn.neural_network.rbm",
                    "sklearn.preprocessing.data",
                    "sklearn.preprocessing.imputation",
                    "sklearn.preprocessing.label",
                    "sklearn.svm.classes",
                    "sklearn.tree.tree");

    private PublicNames() {}

    static String of(PickleGlobal global) {
        return home(global.module()) + "." + global.name();
    }

    private static String home(String module) {
        // scikit-learn 1.6 pickles its compiled losses under this name, which cannot be imported.
        if (module.equals("_loss")) {
            return "sklearn";
        }
        if (ONCE_PUBLIC.contains(module)) {
            return module.substring(0, module.lastIndexOf('.'));
        }
        int hidden = module.indexOf("._");
        return hidden < 0 ? module : module.substring(0, hidden);
    }
}
