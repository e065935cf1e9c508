package gemwright.source.sklearn.mixture;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Values;

import java.util.List;

/// What a row's likelihood under each component is multiplied by, as logarithms.
final class Weights {
    private Weights() {}

    static double[] constants(Estimator fitted, Matrix means) throws Problem {
        return fitted.name().startsWith("Bayesian")
                ? bayesian(fitted, means)
                : plain(fitted, means.rows());
    }

    private static double[] plain(Estimator fitted, int components) throws Problem {
        double[] weights = fitted.doubles("weights_");
        if (weights.length != components) {
            throw fitted.unreadable("weights_");
        }
        double[] logs = new double[components];
        for (int k = 0; k < components; k++) {
            logs[k] = Math.log(weights[k]);
        }
        return logs;
    }

    /// The expectations under the variational posterior (Bishop 2006, 10.46, 10.65, 10.66).
    private static double[] bayesian(Estimator fitted, Matrix means) throws Problem {
        int components = means.rows();
        int features = means.columns();
        double[] logs = concentration(fitted, components);
        double[] freedom = fitted.doubles("degrees_of_freedom_");
        double[] precision = fitted.doubles("mean_precision_");
        boolean counted = freedom.length == components || freedom.length == 1;
        if (!counted || precision.length != components) {
            throw fitted.unreadable("degrees_of_freedom_");
        }
        for (int k = 0; k < components; k++) {
            double degrees = freedom[freedom.length == 1 ? 0 : k];
            double lambda = features * Math.log(2);
            for (int i = 0; i < features; i++) {
                lambda += Gamma.digamma(0.5 * (degrees - i));
            }
            logs[k] +=
                    0.5 * (lambda - features / precision[k]) - 0.5 * features * Math.log(degrees);
        }
        return logs;
    }

    private static double[] concentration(Estimator fitted, int components) throws Problem {
        String kind =
                fitted.choice(
                        "weight_concentration_prior_type",
                        "dirichlet_process",
                        "dirichlet_process",
                        "dirichlet_distribution");
        double[] logs = new double[components];
        if (kind.equals("dirichlet_distribution")) {
            double[] given = fitted.doubles("weight_concentration_");
            if (given.length != components) {
                throw fitted.unreadable("weight_concentration_");
            }
            double sum = 0;
            for (double one : given) {
                sum += one;
            }
            for (int k = 0; k < components; k++) {
                logs[k] = Gamma.digamma(given[k]) - Gamma.digamma(sum);
            }
            return logs;
        }
        List<PickleValue> both = fitted.members("weight_concentration_");
        if (both.size() != 2) {
            throw fitted.unreadable("weight_concentration_");
        }
        double[] first = numbers(fitted, both.getFirst(), components);
        double[] second = numbers(fitted, both.getLast(), components);
        double before = 0;
        for (int k = 0; k < components; k++) {
            double sum = Gamma.digamma(first[k] + second[k]);
            logs[k] = Gamma.digamma(first[k]) - sum + before;
            before += Gamma.digamma(second[k]) - sum;
        }
        return logs;
    }

    private static double[] numbers(Estimator fitted, PickleValue value, int count) throws Problem {
        return Values.numbers(value)
                .filter(numbers -> numbers.length == count)
                .orElseThrow(() -> fitted.unreadable("weight_concentration_"));
    }
}
