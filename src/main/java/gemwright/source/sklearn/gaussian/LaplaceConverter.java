package gemwright.source.sklearn.gaussian;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Scores;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The process for two classes inside a `GaussianProcessClassifier`: Laplace's approximation of the
/// latent function, and the logistic function's mean over it by five error functions (Williams and
/// Barber 1998, appendix A).
final class LaplaceConverter implements EstimatorConverter.Classifier {
    private static final double[] LAMBDAS = {0.41, 0.4, 0.37, 0.44, 0.39};
    private static final double[] COEFFICIENTS = {
        -1854.8214151, 3516.89893646, 221.29346712, 128.12323805, -2010.49422654
    };

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.gaussian_process._BinaryGaussianProcessClassifierLaplace");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        Matrix rows = fitted.matrix("X_train_");
        double[] targets = fitted.doubles("y_train_");
        double[] likely = fitted.doubles("pi_");
        int count = rows.rows();
        if (labels.size() != 2 || count == 0 || targets.length != count || likely.length != count) {
            throw fitted.unreadable("pi_");
        }
        double[] residuals = new double[count];
        for (int i = 0; i < count; i++) {
            residuals[i] = targets[i] - likely[i];
        }
        Covariance covariance = new Covariance(rows, x, g);
        Estimator kernel = fitted.part("kernel_");
        Value kernels = covariance.between(kernel); // [N, rows]
        Value mean =
                g.op("MatMul", kernels, g.doubles("residuals", Matrix.column(residuals)))
                        .as(ElementType.DOUBLE); // [N, 1]
        Value second = g.op("Greater", mean, g.scalar("zero", 0, mean));
        Value index = g.reshape(g.cast(second.as(ElementType.BOOL), ElementType.INT64), -1);
        Value variance = variance(fitted, covariance.own(kernel), kernels, count, g);
        Value probability = probability(mean, variance, g);
        return List.of(
                new Classified(
                        labels,
                        index,
                        Optional.of(Scores.twoSided(probability, g).as(ElementType.DOUBLE)),
                        Optional.empty()));
    }

    /// `k(x, x) - |L⁻¹ W^½ k|²` (Rasmussen and Williams, algorithm 3.2).
    private static Value variance(
            Estimator fitted, Value own, Value kernels, int count, EstimatorGraph g)
            throws Problem {
        Matrix lower = fitted.matrix("L_");
        double[] roots = fitted.doubles("W_sr_");
        if (lower.rows() != count || lower.columns() != count || roots.length != count) {
            throw fitted.unreadable("L_");
        }
        Matrix inverse = inverse(fitted, lower, roots);
        Value solved = g.op("MatMul", kernels, g.doubles("inverse", inverse.transposed()));
        Value explained = g.reduce("ReduceSumSquare", solved.as(ElementType.DOUBLE), 1);
        return g.op("Sub", own, explained).as(ElementType.DOUBLE);
    }

    /// `L⁻¹` with its columns times the roots, by forward substitution.
    private static Matrix inverse(Estimator fitted, Matrix lower, double[] roots) throws Problem {
        int count = roots.length;
        double[] inverse = new double[Math.multiplyExact(count, count)];
        for (int column = 0; column < count; column++) {
            for (int row = column; row < count; row++) {
                double sum = row == column ? 1 : 0;
                for (int k = column; k < row; k++) {
                    sum -= lower.at(row, k) * inverse[k * count + column];
                }
                double diagonal = lower.at(row, row);
                if (diagonal == 0) {
                    throw fitted.unreadable("L_");
                }
                inverse[row * count + column] = sum / diagonal;
            }
        }
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] *= roots[i % count];
        }
        return new Matrix(count, count, inverse);
    }

    private static Value probability(Value mean, Value variance, EstimatorGraph g) {
        Value half = g.scalar("half", 0.5, mean);
        Value alpha = g.op("Div", half, variance); // 1 / 2σ²
        Value root = g.op("Sqrt", g.op("Div", g.scalar("pi", Math.PI, mean), alpha));
        Value twice =
                g.op(
                        "Mul",
                        g.op("Sqrt", g.op("Mul", variance, g.scalar("turn", 2 * Math.PI, mean))),
                        g.scalar("two", 2, mean));
        Value factor = g.op("Div", root, twice);
        double sum = 0;
        Value total = g.op("Sub", mean, mean);
        for (int i = 0; i < LAMBDAS.length; i++) {
            sum += COEFFICIENTS[i];
            double square = LAMBDAS[i] * LAMBDAS[i];
            Value shrunk =
                    g.op(
                            "Sqrt",
                            g.op(
                                    "Div",
                                    alpha,
                                    g.op("Add", alpha, g.scalar("square", square, alpha))));
            Value gamma = g.op("Mul", mean, g.scalar("lambda", LAMBDAS[i], mean));
            Value erf = ErrorFunction.of(g.op("Mul", gamma, shrunk).as(ElementType.DOUBLE), g);
            Value integral = g.op("Mul", factor, erf);
            total =
                    g.op(
                            "Add",
                            total,
                            g.op("Mul", integral, g.scalar("coef", COEFFICIENTS[i], integral)));
        }
        return g.op("Add", total, g.scalar("start", 0.5 * sum, total)).as(ElementType.DOUBLE);
    }
}
