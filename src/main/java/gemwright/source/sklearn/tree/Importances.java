package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;

import java.util.List;
import java.util.Set;

/// `feature_importances_` of trees and forests, which files do not hold: scikit-learn works them
/// out when asked.
public final class Importances {
    private static final Set<String> FORESTS =
            Set.of(
                    "DecisionTreeClassifier",
                    "DecisionTreeRegressor",
                    "ExtraTreeClassifier",
                    "ExtraTreeRegressor",
                    "RandomForestClassifier",
                    "RandomForestRegressor",
                    "ExtraTreesClassifier",
                    "ExtraTreesRegressor");

    private Importances() {}

    /// Whether the estimator is a tree or a forest.
    public static boolean has(Estimator fitted) {
        return FORESTS.contains(fitted.name());
    }

    /// The importance of each column.
    public static double[] of(Estimator fitted) throws Problem {
        int features = fitted.integer("n_features_in_");
        List<FittedTree> trees = Forest.of(fitted);
        boolean single = !fitted.has("estimators_");
        double[] sum = new double[features];
        int counted = 0;
        for (FittedTree tree : trees) {
            if (single || !tree.isLeaf()) {
                double[] own = tree.importances(features);
                for (int i = 0; i < features; i++) {
                    sum[i] += own[i];
                }
                counted++;
            }
        }
        return single ? sum : shares(sum, counted);
    }

    /// The mean, with a sum of 1.
    private static double[] shares(double[] sum, int count) {
        double all = 0;
        for (int i = 0; i < sum.length && count > 0; i++) {
            sum[i] /= count;
            all += sum[i];
        }
        for (int i = 0; i < sum.length && all > 0; i++) {
            sum[i] /= all;
        }
        return sum;
    }
}
