package gemwright.source.sklearn.mixture;

import gemwright.base.Problem;
import gemwright.format.pickle.NumpyArray;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Grouped;
import gemwright.source.sklearn.Matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `GaussianMixture` and `BayesianGaussianMixture`: the component that a row most likely comes
/// from, and how likely each is.
final class MixtureConverter implements EstimatorConverter.Grouper {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.mixture.GaussianMixture", "sklearn.mixture.BayesianGaussianMixture");
    }

    @Override
    public Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix means = fitted.matrix("means_"); // [components, features]
        if (means.rows() == 0 || means.columns() != x.width()) {
            throw fitted.unreadable("means_");
        }
        Factors factors = Factors.of(fitted, means);
        Value rows = x.doubles(g);
        List<Value> distances = new ArrayList<>();
        for (int k = 0; k < means.rows(); k++) {
            Value difference = g.op("Sub", rows, g.doubles("mean", means.row(k)));
            Value scaled = g.op("MatMul", difference, g.doubles("precision", factors.of(k)));
            distances.add(g.reduce("ReduceSumSquare", scaled.as(ElementType.DOUBLE), 1));
        }
        double[] constants = Weights.constants(fitted, means);
        for (int k = 0; k < constants.length; k++) {
            constants[k] +=
                    factors.logDeterminant(k) - 0.5 * means.columns() * Math.log(2 * Math.PI);
        }
        Value all = g.sideBySide(distances); // [N, components]
        Value halved = g.op("Mul", all, g.scalar("half", -0.5, all));
        Value logs = g.op("Add", halved, g.doubles("constant", constants)).as(ElementType.DOUBLE);
        Value shares = g.node("Softmax").inputs(logs).attribute("axis", 1).output();
        return new Grouped(
                g.argMax(logs), Optional.of(shares.as(ElementType.DOUBLE)), means.rows());
    }

    /// The factors of the components' precisions: `P = F Fᵀ`.
    private static final class Factors {
        private final Estimator fitted;
        private final String kind;
        private final double[] numbers;
        private final int features;

        private Factors(Estimator fitted, String kind, double[] numbers, int features) {
            this.fitted = fitted;
            this.kind = kind;
            this.numbers = numbers;
            this.features = features;
        }

        static Factors of(Estimator fitted, Matrix means) throws Problem {
            String kind =
                    fitted.choice("covariance_type", "full", "full", "tied", "diag", "spherical");
            int components = means.rows();
            int features = means.columns();
            NumpyArray array = fitted.array("precisions_cholesky_");
            double[] numbers = fitted.doubles("precisions_cholesky_");
            List<Integer> wanted =
                    switch (kind) {
                        case "full" -> List.of(components, features, features);
                        case "tied" -> List.of(features, features);
                        case "diag" -> List.of(components, features);
                        default -> List.of(components);
                    };
            if (!array.shape().equals(wanted)) {
                throw fitted.unreadable("precisions_cholesky_");
            }
            return new Factors(fitted, kind, numbers, features);
        }

        Matrix of(int component) {
            double[] factor = new double[features * features];
            for (int i = 0; i < features; i++) {
                for (int j = 0; j < features; j++) {
                    factor[i * features + j] = at(component, i, j);
                }
            }
            return new Matrix(features, features, factor);
        }

        private double at(int component, int i, int j) {
            return switch (kind) {
                case "full" -> numbers[(component * features + i) * features + j];
                case "tied" -> numbers[i * features + j];
                case "diag" -> i == j ? numbers[component * features + i] : 0;
                default -> i == j ? numbers[component] : 0;
            };
        }

        double logDeterminant(int component) throws Problem {
            double sum = 0;
            for (int i = 0; i < features; i++) {
                double diagonal = at(component, i, i);
                if (!(diagonal > 0)) {
                    throw fitted.unreadable("precisions_cholesky_");
                }
                sum += Math.log(diagonal);
            }
            return sum;
        }
    }
}
