package gemwright.source.sklearn.neural;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Values;

import java.util.List;

/// The layers of a multilayer perceptron: `activation(x · coefs + intercepts)`, one after the
/// other.
///
/// In the model's own numbers: networks are robust against rounding, and float layers can be
/// quantized.
final class Layers {
    private Layers() {}

    /// What the last layer gives before its activation, `[N, outputs]`.
    static Value sums(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        String activation =
                fitted.choice("activation", "relu", "relu", "tanh", "logistic", "identity");
        List<PickleValue> coefficients = fitted.members("coefs_");
        List<PickleValue> intercepts = fitted.members("intercepts_");
        if (coefficients.isEmpty() || coefficients.size() != intercepts.size()) {
            throw fitted.unreadable("coefs_");
        }
        ElementType type = g.isExact() ? ElementType.DOUBLE : ElementType.FLOAT;
        Value value = x.numbers(type, g);
        for (int layer = 0; layer < coefficients.size(); layer++) {
            if (layer > 0) {
                value = activate(activation, value, g);
            }
            Matrix weights =
                    Values.matrix(coefficients.get(layer))
                            .orElseThrow(() -> fitted.unreadable("coefs_")); // [inputs, outputs]
            double[] bias =
                    Values.numbers(intercepts.get(layer))
                            .orElseThrow(() -> fitted.unreadable("intercepts_"));
            value =
                    g.node("Gemm")
                            .inputs(
                                    value,
                                    g.matrix("weights", type, weights),
                                    g.constant("bias", type, bias))
                            .output();
        }
        return value;
    }

    private static Value activate(String activation, Value value, EstimatorGraph g) {
        return switch (activation) {
            case "tanh" -> g.op("Tanh", value);
            case "logistic" -> g.op("Sigmoid", value);
            case "relu" -> g.op("Relu", value);
            default -> value;
        };
    }
}
