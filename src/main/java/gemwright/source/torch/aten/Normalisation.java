package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Normalisation over a batch (with what training measured), layers, groups and instances.
final class Normalisation {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        ALL.put("batch_norm", Normalisation::batchNorm);
        ALL.put("_native_batch_norm_legit_no_training", (in, g) -> tuple(batch(in, g)));
        ALL.put("layer_norm", (in, g) -> AtenValue.of(layerNorm(in, g)));
        ALL.put("native_layer_norm", (in, g) -> tuple(layerNorm(in, g)));
        ALL.put("group_norm", Normalisation::groupNorm);
        ALL.put("instance_norm", Normalisation::instanceNorm);
        ALL.put("rms_norm", Normalisation::rmsNorm);
    }

    private Normalisation() {}

    private static AtenValue tuple(Value value) {
        return new AtenValue.Items(
                List.of(AtenValue.of(value), AtenValue.None.VALUE, AtenValue.None.VALUE));
    }

    private static AtenValue batchNorm(Arguments in, AtenGraph g) throws Problem {
        if (in.truth("training")) {
            throw in.refusedFor("aten.training");
        }
        in.ignore("cudnn_enabled");
        return AtenValue.of(batch(in, g));
    }

    private static Value batch(Arguments in, AtenGraph g) throws Problem {
        in.ignore("momentum");
        Value x = in.tensor("input");
        if (g.rank(x) < 2 || in.isNone("running_mean") || in.isNone("running_var")) {
            throw in.refused(g.rank(x) < 2 ? "input" : "running_mean");
        }
        Value mean = in.tensor("running_mean");
        long channels = Movements.known(g.shape(mean).getFirst(), in);
        return g.node("BatchNormalization")
                .inputs(
                        x,
                        or(in.optionalTensor("weight"), 1, mean.type(), g, channels),
                        or(in.optionalTensor("bias"), 0, mean.type(), g, channels),
                        mean,
                        in.tensor("running_var"))
                .attribute("epsilon", (float) in.number("eps"))
                .output();
    }

    /// The weight, or one number for all.
    private static Value or(
            Optional<Value> weight, double number, ElementType type, AtenGraph g, long... shape) {
        return weight.orElseGet(() -> repeated(number, type, g, shape));
    }

    private static Value repeated(double number, ElementType type, AtenGraph g, long... shape) {
        byte[] one =
                AtenGraph.filled("", number, type)
                        .data()
                        .raw()
                        .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        TensorData data =
                TensorData.streamed(
                        count * one.length,
                        out -> {
                            for (long i = 0; i < count; i++) {
                                out.write(one);
                            }
                        });
        return g.constant(new Tensor(number == 0 ? "zeros" : "ones", type, Longs.of(shape), data));
    }

    private static Value layerNorm(Arguments in, AtenGraph g) throws Problem {
        in.ignore("cudnn_enable");
        Value x = in.tensor("input");
        long[] shape = in.wholes("normalized_shape");
        Value weight = or(in.optionalTensor("weight"), 1, x.type(), g, shape);
        var node = g.node("LayerNormalization").inputs(x, weight);
        in.optionalTensor("bias").ifPresent(node::inputs);
        return node.attribute("axis", -(long) shape.length)
                .attribute("epsilon", (float) in.number("eps"))
                .output();
    }

    /// Each group of channels is one instance; then the channels have their own scale.
    private static AtenValue groupNorm(Arguments in, AtenGraph g) throws Problem {
        in.ignore("cudnn_enabled");
        Value x = in.tensor("input");
        List<Size> sizes = g.shape(x);
        long groups = in.whole("num_groups");
        Size rest = Movements.product(sizes.subList(1, sizes.size()));
        List<Size> cut =
                List.of(sizes.getFirst(), Size.of(groups), rest.floorQuotient(Size.of(groups)));
        Value normal =
                g.node("InstanceNormalization")
                        .inputs(
                                g.reshape(x, cut),
                                repeated(1, x.type(), g, groups),
                                repeated(0, x.type(), g, groups))
                        .attribute("epsilon", (float) in.number("eps"))
                        .output();
        Value back = g.reshape(normal, sizes);
        Optional<Value> weight = in.optionalTensor("weight");
        Optional<Value> bias = in.optionalTensor("bias");
        if (weight.isPresent()) {
            back = g.op("Mul", back, byChannel(weight.get(), sizes.size(), g));
        }
        return AtenValue.of(
                bias.isPresent()
                        ? g.op("Add", back, byChannel(bias.get(), sizes.size(), g))
                        : back);
    }

    private static Value byChannel(Value vector, int rank, AtenGraph g) {
        long[] sizes = new long[rank - 1];
        Arrays.fill(sizes, 1);
        sizes[0] = -1;
        return rank == 2 ? vector : g.reshape(vector, sizes);
    }

    private static AtenValue instanceNorm(Arguments in, AtenGraph g) throws Problem {
        in.ignore("cudnn_enabled", "momentum");
        if (!in.truth("use_input_stats")) {
            return AtenValue.of(batch(in, g));
        }
        in.ignore("running_mean", "running_var");
        Value x = in.tensor("input");
        if (g.rank(x) < 3) {
            throw in.refusedFor("aten.unbatched", g.rank(x), 3);
        }
        boolean plain = in.isNone("weight") && in.isNone("bias");
        if (plain && !g.shape(x).get(1).isKnown()) {
            return AtenValue.of(normal(x, in.number("eps"), g));
        }
        long channels = Movements.known(g.shape(x).get(1), in);
        return AtenValue.of(
                g.node("InstanceNormalization")
                        .inputs(
                                x,
                                or(in.optionalTensor("weight"), 1, x.type(), g, channels),
                                or(in.optionalTensor("bias"), 0, x.type(), g, channels))
                        .attribute("epsilon", (float) in.number("eps"))
                        .output());
    }

    /// `(x − mean) / √(variance + eps)` over all axes behind the channels, however many these are.
    private static Value normal(Value x, double eps, AtenGraph g) throws Problem {
        long[] axes = new long[g.rank(x) - 2];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = i + 2L;
        }
        Value distance = g.op("Sub", x, mean(x, axes, g));
        Value variance = mean(g.op("Mul", distance, distance), axes, g);
        Value root = g.op("Sqrt", g.op("Add", variance, g.number(eps, x.type())));
        return g.op("Div", distance, root);
    }

    private static Value mean(Value x, long[] axes, AtenGraph g) {
        return g.node("ReduceMean").inputs(x, g.vector(axes)).attribute("keepdims", 1L).output();
    }

    /// `x / √(mean(x²) + eps) · weight`; without an eps that of the element type.
    private static AtenValue rmsNorm(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("input");
        if (in.isNone("eps") && x.type() != ElementType.FLOAT) {
            throw in.refused("eps");
        }
        int count = in.wholes("normalized_shape").length;
        long[] axes = new long[count];
        for (int i = 0; i < count; i++) {
            axes[i] = i - (long) count;
        }
        Value squares = mean(g.op("Mul", x, x), axes, g);
        double eps = in.optionalNumber("eps").orElse(Math.ulp(1f));
        Value root = g.op("Sqrt", g.op("Add", squares, g.number(eps, x.type())));
        Value normal = g.op("Div", x, root);
        Optional<Value> weight = in.optionalTensor("weight");
        return AtenValue.of(weight.isPresent() ? g.op("Mul", normal, weight.get()) : normal);
    }
}
