package gemwright.source.sklearn.svm;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Kernel;
import gemwright.source.sklearn.Matrix;

/// What all machines share: kernels between rows and support vectors, weighted and added up.
final class SupportVectors {
    private SupportVectors() {}

    /// The kernels, `[N, support vectors]`.
    static Value kernels(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        String kernel = fitted.choice("kernel", "rbf", "linear", "poly", "rbf", "sigmoid");
        Matrix vectors = fitted.matrix("support_vectors_"); // [vectors, features]
        if (vectors.rows() == 0) {
            throw fitted.unreadable("support_vectors_");
        }
        double gamma = kernel.equals("linear") ? 1 : gamma(fitted);
        double coef0 = fitted.number("coef0", 0);
        Value rows = x.doubles(g);
        return switch (kernel) {
            case "linear" -> Kernel.linear(rows, vectors, g);
            case "poly" ->
                    Kernel.polynomial(
                            rows, vectors, gamma, coef0, fitted.number("degree", 3), fitted, g);
            case "sigmoid" -> Kernel.sigmoid(rows, vectors, gamma, coef0, g);
            default -> Kernel.rbf(rows, vectors, gamma, g);
        };
    }

    /// The number that `gamma='scale'` and its like stood for when the machine was fitted.
    private static double gamma(Estimator fitted) throws Problem {
        return fitted.number("_gamma");
    }

    /// The weighted sum and the intercept of a machine with one decision, `[N, 1]`.
    static Value decision(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value kernels = kernels(fitted, x, g);
        Matrix weights = fitted.matrix("_dual_coef_"); // [1, vectors]
        if (weights.rows() != 1 || weights.columns() != fitted.matrix("support_vectors_").rows()) {
            throw fitted.unreadable("_dual_coef_");
        }
        Value sum = g.op("MatMul", kernels, g.doubles("coef", weights.transposed()));
        return g.op("Add", sum, g.doubles("intercept", fitted.doubles("_intercept_")));
    }
}
