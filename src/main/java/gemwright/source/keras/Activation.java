package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.Map;
import java.util.Optional;

/// Activations by the names of `keras.activations`.
final class Activation {
    private static final Map<String, String> PLAIN =
            Map.ofEntries(
                    Map.entry("relu", "Relu"),
                    Map.entry("sigmoid", "Sigmoid"),
                    Map.entry("tanh", "Tanh"),
                    Map.entry("softplus", "Softplus"),
                    Map.entry("softsign", "Softsign"),
                    Map.entry("elu", "Elu"),
                    Map.entry("selu", "Selu"),
                    Map.entry("exponential", "Exp"),
                    Map.entry("mish", "Mish"),
                    Map.entry("hard_silu", "HardSwish"),
                    Map.entry("hard_swish", "HardSwish"));

    private Activation() {}

    /// The activation in that setting, applied.
    static Value apply(Value x, String key, LayerCall in, SizedGraph g) throws Problem {
        return named(name(key, in.settings()), x, in, g);
    }

    /// The name in that setting: a text, or a function that was written out.
    static String name(String key, Settings settings) throws Problem {
        Object value = settings.value(key);
        if (value instanceof Map<?, ?> map) {
            Object config = map.get("config");
            boolean function = "function".equals(map.get("class_name"));
            if (function && config instanceof String name) {
                return name;
            }
            // A layer as activation has settings of its own.
            throw settings.refused(key);
        }
        return value == null ? "linear" : value.toString();
    }

    static Value named(String name, Value x, LayerCall in, SizedGraph g) throws Problem {
        String plain = PLAIN.get(name);
        if (plain != null) {
            return g.op(plain, x);
        }
        return switch (name) {
            case "linear" -> x;
            case "softmax" -> last("Softmax", x, g);
            case "log_softmax" -> last("LogSoftmax", x, g);
            case "relu6" -> g.op("Clip", x, g.number(0, x.type()), g.number(6, x.type()));
            case "swish", "silu" -> g.op("Mul", x, g.op("Sigmoid", x));
            case "gelu" -> g.op("Gelu", x);
            case "leaky_relu" -> g.node("LeakyRelu").inputs(x).attribute("alpha", 0.2f).output();
            case "hard_sigmoid" ->
                    g.node("HardSigmoid")
                            .inputs(x)
                            .attribute("alpha", slope(in.release()))
                            .output();
            case "log_sigmoid" -> g.op("Neg", g.op("Softplus", g.op("Neg", x)));
            case "celu" -> g.op("Celu", x);
            default -> throw in.refused("keras.activation", name);
        };
    }

    /// A sixth since Keras 3, a fifth before.
    static float slope(int release) {
        return release == 2 ? 0.2f : 1f / 6;
    }

    private static Value last(String operator, Value x, SizedGraph g) {
        return g.node(operator).inputs(x).attribute("axis", -1).output();
    }

    /// An activation of a recurrent layer as ONNX names it there.
    ///
    /// @param alpha first setting, where it has one
    /// @param beta second setting
    record Gate(String name, Optional<Float> alpha, Optional<Float> beta) {}

    static Gate gate(String key, String otherwise, LayerCall in) throws Problem {
        String name = in.settings().has(key) ? name(key, in.settings()) : otherwise;
        return switch (name) {
            case "tanh" -> new Gate("Tanh", Optional.empty(), Optional.empty());
            case "sigmoid" -> new Gate("Sigmoid", Optional.empty(), Optional.empty());
            case "relu" -> new Gate("Relu", Optional.empty(), Optional.empty());
            case "softsign" -> new Gate("Softsign", Optional.empty(), Optional.empty());
            case "hard_sigmoid" ->
                    new Gate("HardSigmoid", Optional.of(slope(in.release())), Optional.of(0.5f));
            case "linear" -> new Gate("Affine", Optional.of(1f), Optional.of(0f));
            default -> throw in.refused("keras.activation", name);
        };
    }
}
