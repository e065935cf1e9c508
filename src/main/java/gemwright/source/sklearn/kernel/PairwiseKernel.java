package gemwright.source.sklearn.kernel;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Kernel;
import gemwright.source.sklearn.Matrix;

import java.util.OptionalDouble;

/// A kernel by its name, as `pairwise_kernels` has it.
///
/// @param gamma empty for one through the number of columns
/// @param degree of a polynomial
/// @param coef0 added in a polynomial and a sigmoid
record PairwiseKernel(OptionalDouble gamma, double degree, double coef0) {
    /// The settings of an estimator; what is not set is 3 and 1.
    ///
    /// @param gamma the attribute that holds it
    static PairwiseKernel of(Estimator fitted, String gamma) throws Problem {
        return new PairwiseKernel(
                fitted.has(gamma)
                        ? OptionalDouble.of(fitted.number(gamma))
                        : OptionalDouble.empty(),
                fitted.number("degree", 3),
                fitted.number("coef0", 1));
    }

    /// Between rows and points, `[N, points]`.
    Value between(Estimator fitted, String standard, Features x, Matrix points, EstimatorGraph g)
            throws Problem {
        if (fitted.has("kernel_params")) {
            throw fitted.unsupported("kernel_params");
        }
        String kernel =
                fitted.choice(
                        "kernel",
                        standard,
                        "linear",
                        "poly",
                        "polynomial",
                        "rbf",
                        "sigmoid",
                        "cosine");
        if (points.rows() == 0 || points.columns() != x.width()) {
            throw fitted.unreadable("kernel");
        }
        double factor = gamma.orElse(1.0 / points.columns());
        Value rows = x.doubles(g);
        return switch (kernel) {
            case "linear" -> Kernel.linear(rows, points, g);
            case "poly", "polynomial" ->
                    Kernel.polynomial(rows, points, factor, coef0, degree, fitted, g);
            case "sigmoid" -> Kernel.sigmoid(rows, points, factor, coef0, g);
            case "cosine" -> Kernel.cosine(rows, points, g);
            default -> Kernel.rbf(rows, points, factor, g);
        };
    }
}
