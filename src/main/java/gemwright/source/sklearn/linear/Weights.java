package gemwright.source.sklearn.linear;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

/// `x · coefᵀ + intercept`, in double: large features that cancel out would lose what float keeps.
final class Weights {
    private Weights() {}

    /// How many sums there are.
    static int outputs(Estimator fitted) throws Problem {
        return fitted.matrix("coef_").rows();
    }

    /// The weighted sums of `coef_` and `intercept_`, `[N, outputs]`.
    static Value sums(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix coefficients = fitted.matrix("coef_"); // [outputs, features]
        double[] intercept = fitted.doubles("intercept_"); // [outputs] or one for all
        int outputs = coefficients.rows();
        if (intercept.length != outputs && intercept.length != 1) {
            throw fitted.unreadable("intercept_");
        }
        return g.node("Gemm")
                .inputs(
                        x.doubles(g),
                        g.doubles("coef", coefficients.transposed()), // [features, outputs]
                        g.doubles("intercept", intercept))
                .output();
    }
}
