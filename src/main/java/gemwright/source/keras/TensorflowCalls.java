package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// TensorFlow functions that were called on tensors of a Keras 2 model: what `x * 2` becomes there.
final class TensorflowCalls {
    static final Map<String, Layer> ALL = new HashMap<>();

    private static final Map<String, String> BINARY =
            Map.ofEntries(
                    Map.entry("math.add", "Add"),
                    Map.entry("__operators__.add", "Add"),
                    Map.entry("math.subtract", "Sub"),
                    Map.entry("__operators__.sub", "Sub"),
                    Map.entry("math.multiply", "Mul"),
                    Map.entry("__operators__.mul", "Mul"),
                    Map.entry("math.truediv", "Div"),
                    Map.entry("math.divide", "Div"),
                    Map.entry("__operators__.truediv", "Div"),
                    Map.entry("math.maximum", "Max"),
                    Map.entry("math.minimum", "Min"),
                    Map.entry("linalg.matmul", "MatMul"));

    private static final Map<String, String> UNARY =
            Map.of(
                    "nn.relu", "Relu",
                    "math.sigmoid", "Sigmoid",
                    "math.tanh", "Tanh",
                    "math.exp", "Exp",
                    "math.log", "Log",
                    "math.sqrt", "Sqrt",
                    "math.abs", "Abs",
                    "math.negative", "Neg");

    static {
        ALL.put("TFOpLambda", TensorflowCalls::call);
    }

    private TensorflowCalls() {}

    private static List<Value> call(LayerCall in, SizedGraph g) throws Problem {
        String function = in.settings().text("function", "");
        String binary = BINARY.get(function);
        if (binary != null) {
            List<Value> both = in.inputsAnd("x", "y");
            Value x = both.getFirst();
            Value y =
                    both.size() > 1
                            ? both.get(1)
                            : in.keywords().get("y") instanceof Number number
                                    ? g.number(number.doubleValue(), x.type())
                                    : Value.NONE;
            if (!y.equals(Value.NONE)) {
                return List.of(g.op(binary, x, y));
            }
        }
        String unary = UNARY.get(function);
        if (unary != null) {
            return List.of(g.op(unary, in.input()));
        }
        throw in.refused("keras.layer", "TFOpLambda(tf." + function + ")");
    }
}
