package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Activations, as operators and as what other operators do at their end.
final class Activations {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        plain("RELU", "Relu");
        plain("LOGISTIC", "Sigmoid");
        plain("TANH", "Tanh");
        plain("HARD_SWISH", "HardSwish");
        plain("ELU", "Elu");
        ALL.put("RELU6", (in, g) -> List.of(clip(in.value(0), 0, 6, g)));
        ALL.put("RELU_N1_TO_1", (in, g) -> List.of(clip(in.value(0), -1, 1, g)));
        ALL.put("RELU_0_TO_1", (in, g) -> List.of(clip(in.value(0), 0, 1, g)));
        ALL.put("LEAKY_RELU", Activations::leaky);
        ALL.put("PRELU", (in, g) -> List.of(g.op("PRelu", in.value(0), in.value(1))));
        ALL.put("GELU", Activations::gelu);
        ALL.put("SOFTMAX", Activations::softmax);
        ALL.put("LOG_SOFTMAX", (in, g) -> List.of(last("LogSoftmax", in.value(0), g)));
        ALL.put("L2_NORMALIZATION", Activations::unit);
        ALL.put("LOCAL_RESPONSE_NORMALIZATION", Activations::local);
    }

    private Activations() {}

    private static void plain(String operator, String onnx) {
        ALL.put(operator, (in, g) -> List.of(g.op(onnx, in.value(0))));
    }

    private static Value clip(Value x, float low, float high, SizedGraph g) {
        return g.op("Clip", x, g.number(low, x.type()), g.number(high, x.type()));
    }

    /// What an operator does at its end: `ActivationFunctionType` in that option.
    static Value fused(Value x, Call in, int field, SizedGraph g) throws Problem {
        int code = in.code(field);
        return switch (code) {
            case 0 -> x;
            case 1 -> g.op("Relu", x);
            case 2 -> clip(x, -1, 1, g);
            case 3 -> clip(x, 0, 6, g);
            case 4 -> g.op("Tanh", x);
            default -> throw in.refused("tflite.option", in.operator(), field);
        };
    }

    private static Value last(String operator, Value x, SizedGraph g) {
        return g.node(operator).inputs(x).attribute("axis", -1).output();
    }

    private static List<Value> leaky(Call in, SizedGraph g) throws Problem {
        return List.of(
                g.node("LeakyRelu").inputs(in.value(0)).attribute("alpha", in.number(0)).output());
    }

    private static List<Value> gelu(Call in, SizedGraph g) throws Problem {
        return List.of(
                g.node("Gelu")
                        .inputs(in.value(0))
                        .attribute("approximate", in.truth(0) ? "tanh" : "none")
                        .output());
    }

    private static List<Value> softmax(Call in, SizedGraph g) throws Problem {
        float beta = in.number(0);
        Value x = in.value(0);
        return List.of(
                last("Softmax", beta == 1 ? x : g.op("Mul", x, g.number(beta, x.type())), g));
    }

    /// `x / max(|x|, 1e-6)` over the last axis, as the interpreter has it.
    private static List<Value> unit(Call in, SizedGraph g) throws Problem {
        Value x = in.value(0);
        Value length = g.node("ReduceL2").inputs(x, g.vector(-1)).attribute("keepdims", 1).output();
        Value safe = g.op("Max", length, g.number(1e-6, x.type()));
        return List.of(fused(g.op("Div", x, safe), in, 0, g));
    }

    /// TensorFlow's `alpha` is that of one element, ONNX's of the whole window.
    private static List<Value> local(Call in, SizedGraph g) throws Problem {
        Value x = gemwright.source.sized.ChannelsLast.second(in.value(0), g);
        int size = 2 * in.whole(0, 0) + 1;
        Value y =
                g.node("LRN")
                        .inputs(x)
                        .attribute("size", size)
                        .attribute("bias", in.number(1))
                        .attribute("alpha", in.number(2) * size)
                        .attribute("beta", in.number(3))
                        .output();
        return List.of(gemwright.source.sized.ChannelsLast.last(y, g));
    }
}
