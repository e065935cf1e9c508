package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;

import java.util.HashMap;
import java.util.Map;

/// Activation functions, after `aten/src/ATen/native/Activation.cpp` of PyTorch 2.9.
final class Activations {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        ALL.put("relu", (in, g) -> of(g.op("Relu", in.tensor("self"))));
        ALL.put("relu6", (in, g) -> of(clipped(in.tensor("self"), 0, 6, g)));
        ALL.put("silu", (in, g) -> of(silu(in.tensor("self"), g)));
        ALL.put("mish", (in, g) -> of(g.op("Mish", in.tensor("self"))));
        ALL.put("selu", (in, g) -> of(g.op("Selu", in.tensor("self"))));
        ALL.put("hardswish", (in, g) -> of(g.op("HardSwish", in.tensor("self"))));
        ALL.put("hardsigmoid", Activations::hardSigmoid);
        ALL.put("hardtanh", Activations::hardTanh);
        ALL.put("leaky_relu", Activations::leakyRelu);
        ALL.put("elu", Activations::elu);
        ALL.put("celu", Activations::celu);
        ALL.put("gelu", Activations::gelu);
        ALL.put("softplus", Activations::softplus);
        ALL.put("softshrink", Activations::softShrink);
        ALL.put("hardshrink", Activations::hardShrink);
        ALL.put("threshold", Activations::threshold);
        ALL.put("log_sigmoid", Activations::logSigmoid);
        ALL.put("prelu", Activations::prelu);
        ALL.put("glu", Activations::glu);
        ALL.put("softmax", (in, g) -> softmax(in, g, "Softmax"));
        ALL.put("_safe_softmax", (in, g) -> softmax(in, g, "Softmax"));
        ALL.put("_softmax", (in, g) -> softmax(in, g, "Softmax"));
        ALL.put("special_softmax", (in, g) -> softmax(in, g, "Softmax"));
        ALL.put("log_softmax", (in, g) -> softmax(in, g, "LogSoftmax"));
        ALL.put("_log_softmax", (in, g) -> softmax(in, g, "LogSoftmax"));
        ALL.put("special_log_softmax", (in, g) -> softmax(in, g, "LogSoftmax"));
    }

    private Activations() {}

    private static AtenValue of(Value value) {
        return AtenValue.of(value);
    }

    private static Value silu(Value x, AtenGraph g) {
        return g.op("Mul", x, g.op("Sigmoid", x));
    }

    private static Value clipped(Value x, double low, double high, AtenGraph g) {
        return g.op("Clip", x, g.number(low, x.type()), g.number(high, x.type()));
    }

    private static AtenValue hardSigmoid(Arguments in, AtenGraph g) throws Problem {
        return of(
                g.node("HardSigmoid")
                        .inputs(in.tensor("self"))
                        .attribute("alpha", 1 / 6f)
                        .attribute("beta", 0.5f)
                        .output());
    }

    private static AtenValue hardTanh(Arguments in, AtenGraph g) throws Problem {
        return of(clipped(in.tensor("self"), in.number("min_val"), in.number("max_val"), g));
    }

    private static AtenValue leakyRelu(Arguments in, AtenGraph g) throws Problem {
        return of(
                g.node("LeakyRelu")
                        .inputs(in.tensor("self"))
                        .attribute("alpha", (float) in.number("negative_slope"))
                        .output());
    }

    /// `scale · x` above zero, `scale · alpha · (exp(input_scale · x) − 1)` below.
    private static AtenValue elu(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        double scale = in.number("scale");
        double inputScale = in.number("input_scale");
        if (scale == 1 && inputScale == 1) {
            float alpha = (float) in.number("alpha");
            return of(g.node("Elu").inputs(x).attribute("alpha", alpha).output());
        }
        Value zero = g.number(0, x.type());
        Value scaled = g.op("Mul", g.op("Min", x, zero), g.number(inputScale, x.type()));
        Value below =
                g.op(
                        "Mul",
                        g.number(scale * in.number("alpha"), x.type()),
                        g.op("Sub", g.op("Exp", scaled), g.number(1, x.type())));
        Value above = g.op("Mul", g.op("Max", x, zero), g.number(scale, x.type()));
        return of(g.op("Add", above, below));
    }

    private static AtenValue celu(Arguments in, AtenGraph g) throws Problem {
        float alpha = (float) in.number("alpha");
        return of(g.node("Celu").inputs(in.tensor("self")).attribute("alpha", alpha).output());
    }

    private static AtenValue gelu(Arguments in, AtenGraph g) throws Problem {
        String kind = in.text("approximate");
        return of(
                g.node("Gelu")
                        .inputs(in.tensor("self"))
                        .attribute("approximate", kind.isEmpty() ? "none" : kind)
                        .output());
    }

    /// `log(1 + exp(beta · x)) / beta`, and x itself where `beta · x` is above the threshold.
    private static AtenValue softplus(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        double beta = in.number("beta");
        Value scaled = beta == 1 ? x : g.op("Mul", x, g.number(beta, x.type()));
        Value soft = g.op("Softplus", scaled);
        Value smooth = beta == 1 ? soft : g.op("Div", soft, g.number(beta, x.type()));
        Value linear = g.op("Greater", scaled, g.number(in.number("threshold"), x.type()));
        return of(g.op("Where", linear, x, smooth));
    }

    private static AtenValue softShrink(Arguments in, AtenGraph g) throws Problem {
        float lambda = (float) in.number("lambd");
        return of(
                g.node("Shrink")
                        .inputs(in.tensor("self"))
                        .attribute("lambd", lambda)
                        .attribute("bias", lambda)
                        .output());
    }

    private static AtenValue hardShrink(Arguments in, AtenGraph g) throws Problem {
        return of(
                g.node("Shrink")
                        .inputs(in.tensor("self"))
                        .attribute("lambd", (float) in.number("lambd"))
                        .output());
    }

    private static AtenValue threshold(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        Value above = g.op("Greater", x, g.number(in.number("threshold"), x.type()));
        return of(g.op("Where", above, x, g.number(in.number("value"), x.type())));
    }

    /// `−log(1 + exp(−x))`.
    private static AtenValue logSigmoid(Arguments in, AtenGraph g) throws Problem {
        return of(g.op("Neg", g.op("Softplus", g.op("Neg", in.tensor("self")))));
    }

    /// One slope, or one a channel: the second axis.
    private static AtenValue prelu(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        Value slope = in.tensor("weight");
        int rank = g.rank(x);
        boolean single = g.shape(slope).stream().allMatch(size -> size.is(1));
        if (!single && rank > 2) {
            long[] sizes = new long[rank - 1];
            java.util.Arrays.fill(sizes, 1);
            sizes[0] = -1;
            slope = g.reshape(slope, sizes);
        }
        return of(g.op("PRelu", x, slope));
    }

    private static AtenValue glu(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int axis = g.axis(in.whole("dim"), g.rank(x), in, "dim");
        var halves =
                g.node("Split")
                        .inputs(x)
                        .attribute("axis", (long) axis)
                        .attribute("num_outputs", 2L)
                        .outputs(2);
        return of(g.op("Mul", halves.get(0), g.op("Sigmoid", halves.get(1))));
    }

    private static AtenValue softmax(Arguments in, AtenGraph g, String operator) throws Problem {
        Value x = in.tensor("self");
        if (in.knows("dtype") && !in.isNone("dtype")) {
            x = g.cast(x, in.type("dtype").orElseThrow());
        } else if (in.knows("half_to_float") && in.truth("half_to_float")) {
            x = g.cast(x, ElementType.FLOAT);
        }
        int rank = g.rank(x);
        if (rank == 0) {
            return of(operator.equals("Softmax") ? g.number(1, x.type()) : g.number(0, x.type()));
        }
        long axis = g.axis(in.whole("dim"), rank, in, "dim");
        return of(g.node(operator).inputs(x).attribute("axis", axis).output());
    }
}
