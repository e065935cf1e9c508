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
        ALL.put("native_group_norm", (in, g) -> tuple(nativeGroupNorm(in, g)));
        ALL.put("_native_batch_norm_legit", (in, g) -> tuple(measuredNow(in, g)));
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
        boolean whole = !in.isNone("weight") && !in.isNone("bias");
        if (!whole && !g.shape(mean).getFirst().isKnown()) {
            return measuredBefore(x, mean, in, g);
        }
        long channels = whole ? 0 : Movements.known(g.shape(mean).getFirst(), in);
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

    /// Without weights for channels whose number is free.
    private static Value measuredBefore(Value x, Value mean, Arguments in, AtenGraph g)
            throws Problem {
        int rank = g.rank(x);
        Value variance = byChannel(in.tensor("running_var"), rank, g);
        Value sum = g.op("Add", variance, g.number(in.number("eps"), x.type()));
        Value distance = g.op("Sub", x, byChannel(mean, rank, g));
        return scaled(g.op("Div", distance, g.op("Sqrt", sum)), rank, in, g);
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

    private static AtenValue groupNorm(Arguments in, AtenGraph g) throws Problem {
        in.ignore("cudnn_enabled");
        return AtenValue.of(grouped(in, in.whole("num_groups"), g));
    }

    private static Value nativeGroupNorm(Arguments in, AtenGraph g) throws Problem {
        in.ignore("N", "C", "HxW");
        return grouped(in, in.whole("group"), g);
    }

    /// Each group of channels is one instance; then the channels have their own scale.
    private static Value grouped(Arguments in, long groups, AtenGraph g) throws Problem {
        Value x = in.tensor("input");
        List<Size> sizes = g.shape(x);
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
        return scaled(g.reshape(normal, sizes), sizes.size(), in, g);
    }

    private static Value scaled(Value x, int rank, Arguments in, AtenGraph g) throws Problem {
        Value scaled = x;
        Optional<Value> weight = in.optionalTensor("weight");
        Optional<Value> bias = in.optionalTensor("bias");
        if (weight.isPresent()) {
            scaled = g.op("Mul", scaled, byChannel(weight.get(), rank, g));
        }
        return bias.isPresent() ? g.op("Add", scaled, byChannel(bias.get(), rank, g)) : scaled;
    }

    /// By what the batch itself measures: what instance normalisation decomposes to, with all
    /// instances as channels of one.
    private static Value measuredNow(Arguments in, AtenGraph g) throws Problem {
        if (in.knows("running_mean") || !in.truth("training")) {
            throw in.refusedFor("aten.training");
        }
        in.ignore("momentum");
        Value x = in.tensor("input");
        int rank = g.rank(x);
        long[] axes = new long[rank - 1];
        for (int i = 1; i < axes.length; i++) {
            axes[i] = i + 1L;
        }
        return scaled(normal(x, axes, in.number("eps"), g), rank, in, g);
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
            return AtenValue.of(normal(x, spatial(g.rank(x)), in.number("eps"), g));
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

    /// All axes behind the channels.
    private static long[] spatial(int rank) {
        long[] axes = new long[rank - 2];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = i + 2L;
        }
        return axes;
    }

    /// `(x − mean) / √(variance + eps)` over these axes.
    private static Value normal(Value x, long[] axes, double eps, AtenGraph g) {
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
