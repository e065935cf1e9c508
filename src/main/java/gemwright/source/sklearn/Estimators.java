package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.source.catboost.CatboostEstimators;
import gemwright.source.lightgbm.LightgbmEstimators;
import gemwright.source.sklearn.bayes.BayesEstimators;
import gemwright.source.sklearn.calibrate.CalibrateEstimators;
import gemwright.source.sklearn.cluster.ClusterEstimators;
import gemwright.source.sklearn.compose.ComposeEstimators;
import gemwright.source.sklearn.covariance.CovarianceEstimators;
import gemwright.source.sklearn.decompose.DecomposeEstimators;
import gemwright.source.sklearn.discriminant.DiscriminantEstimators;
import gemwright.source.sklearn.dummy.DummyEstimators;
import gemwright.source.sklearn.ensemble.EnsembleEstimators;
import gemwright.source.sklearn.gaussian.GaussianEstimators;
import gemwright.source.sklearn.impute.ImputeEstimators;
import gemwright.source.sklearn.kernel.KernelEstimators;
import gemwright.source.sklearn.linear.LinearEstimators;
import gemwright.source.sklearn.mixture.MixtureEstimators;
import gemwright.source.sklearn.multi.MultiEstimators;
import gemwright.source.sklearn.neighbors.NeighborEstimators;
import gemwright.source.sklearn.neural.NeuralEstimators;
import gemwright.source.sklearn.preprocessing.PreprocessingEstimators;
import gemwright.source.sklearn.search.SearchEstimators;
import gemwright.source.sklearn.select.SelectEstimators;
import gemwright.source.sklearn.semisupervised.SemiSupervisedEstimators;
import gemwright.source.sklearn.svm.SvmEstimators;
import gemwright.source.sklearn.text.TextEstimators;
import gemwright.source.sklearn.tree.TreeEstimators;
import gemwright.source.xgboost.XgboostEstimators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The estimators that can be converted, by their public names.
public final class Estimators {
    /// Every converter; a family is added here, an estimator in its family's list.
    public static final List<EstimatorConverter> ALL =
            Stream.of(
                            ComposeEstimators.ALL,
                            SearchEstimators.ALL,
                            ImputeEstimators.ALL,
                            PreprocessingEstimators.ALL,
                            TextEstimators.ALL,
                            SelectEstimators.ALL,
                            DecomposeEstimators.ALL,
                            LinearEstimators.ALL,
                            DiscriminantEstimators.ALL,
                            BayesEstimators.ALL,
                            TreeEstimators.ALL,
                            EnsembleEstimators.ALL,
                            MultiEstimators.ALL,
                            CalibrateEstimators.ALL,
                            SemiSupervisedEstimators.ALL,
                            NeuralEstimators.ALL,
                            ClusterEstimators.ALL,
                            DummyEstimators.ALL,
                            SvmEstimators.ALL,
                            KernelEstimators.ALL,
                            MixtureEstimators.ALL,
                            GaussianEstimators.ALL,
                            CovarianceEstimators.ALL,
                            NeighborEstimators.ALL,
                            CatboostEstimators.ALL,
                            LightgbmEstimators.ALL,
                            XgboostEstimators.ALL)
                    .flatMap(List::stream)
                    .toList();

    /// What these say of a row depends on when a search over all rows of a call comes to rest.
    private static final Set<String> SEARCHING =
            Set.of(
                    "sklearn.decomposition.LatentDirichletAllocation",
                    "sklearn.decomposition.MiniBatchNMF",
                    "sklearn.decomposition.NMF");

    private final Map<String, EstimatorConverter> byName = new HashMap<>();

    /// A choice of converters.
    public Estimators(List<EstimatorConverter> converters) {
        for (EstimatorConverter converter : converters) {
            for (String name : converter.estimators()) {
                if (byName.put(name, converter) != null) {
                    throw new IllegalArgumentException(name + " has two converters");
                }
            }
        }
    }

    /// The public names of all estimators, sorted.
    public List<String> names() {
        return List.copyOf(new TreeSet<>(byName.keySet()));
    }

    /// The columns that an estimator was fitted on.
    ///
    /// @throws Problem where it does not say so
    public Columns columns(Estimator fitted) throws Problem {
        Optional<EstimatorConverter> converter = find(fitted);
        return converter.isPresent() ? converter.get().columns(fitted, this) : Columns.of(fitted);
    }

    /// The oldest version of ONNX's own operator set that has all that these estimators need.
    int oldestOpset(Set<String> types) {
        return byName.entrySet().stream()
                .filter(known -> types.contains(known.getKey()))
                .mapToInt(known -> known.getValue().oldestOpset())
                .max()
                .orElse(EstimatorConverter.OLDEST_OPSET);
    }

    Optional<EstimatorConverter> find(Estimator estimator) {
        return Optional.ofNullable(byName.get(estimator.type()));
    }

    Problem unknown(Estimator estimator) {
        if (SEARCHING.contains(estimator.type())) {
            return estimator.refuse("sklearn.iterative");
        }
        return Bundle.isEstimator(estimator.type())
                ? estimator.refuse("sklearn.unsupported")
                : Problem.of("sklearn.foreign", estimator.path(), estimator.type());
    }
}
