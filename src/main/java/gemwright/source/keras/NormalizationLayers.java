package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.SizedGraph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Normalizations, with what was learnt of the training data.
final class NormalizationLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    static {
        ALL.put("BatchNormalization", NormalizationLayers::batch);
        ALL.put("LayerNormalization", NormalizationLayers::layer);
        ALL.put("GroupNormalization", NormalizationLayers::group);
        ALL.put("RMSNormalization", NormalizationLayers::rootMeanSquare);
        ALL.put("UnitNormalization", NormalizationLayers::unit);
        ALL.put("Normalization", NormalizationLayers::fixed);
    }

    private NormalizationLayers() {}

    private static long single(LayerCall in, long otherwise, int rank) throws Problem {
        long[] axes = in.settings().wholes("axis");
        if (axes.length > 1) {
            throw in.settings().refused("axis");
        }
        long axis = axes.length == 0 ? otherwise : axes[0];
        return axis < 0 ? axis + rank : axis;
    }

    /// `x · scale + shift` along one axis; scale and shift are computed in double precision.
    private static List<Value> batch(LayerCall in, SizedGraph g) throws Problem {
        Value x = in.input();
        int rank = g.rank(x);
        long axis = single(in, -1, rank);
        boolean scaled = in.settings().truth("scale", true);
        boolean centred = in.settings().truth("center", true);
        double epsilon = in.settings().number("epsilon", 1e-3);
        double[] gamma = scaled ? in.take("gamma").doubles() : new double[0];
        double[] beta = centred ? in.take("beta").doubles() : new double[0];
        double[] mean = in.take("moving_mean").doubles();
        double[] variance = in.take("moving_variance").doubles();
        float[] scale = new float[mean.length];
        float[] shift = new float[mean.length];
        for (int i = 0; i < scale.length; i++) {
            double factor = (scaled ? gamma[i] : 1) / Math.sqrt(variance[i] + epsilon);
            scale[i] = (float) factor;
            shift[i] = (float) ((centred ? beta[i] : 0) - mean[i] * factor);
        }
        Value y = g.op("Mul", x, along("scale", scale, axis, rank, g));
        return List.of(g.op("Add", y, along("shift", shift, axis, rank, g)));
    }

    private static Value along(String name, float[] values, long axis, int rank, SizedGraph g) {
        long[] shape = new long[(int) (rank - axis)];
        Arrays.fill(shape, 1);
        shape[0] = values.length;
        return g.constant(Tensor.of(name, values, shape));
    }

    private static List<Value> layer(LayerCall in, SizedGraph g) throws Problem {
        Value x = in.input();
        int rank = g.rank(x);
        long[] axes = in.settings().wholes("axis");
        Arrays.setAll(axes, i -> axes[i] < 0 ? axes[i] + rank : axes[i]);
        Arrays.sort(axes);
        int first = rank - Math.max(1, axes.length);
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] != first + i) {
                throw in.settings().refused("axis");
            }
        }
        if (in.settings().truth("rms_scaling", false)) {
            throw in.settings().refused("rms_scaling");
        }
        boolean scaled = in.settings().truth("scale", true);
        boolean centred = in.settings().truth("center", true);
        double epsilon = in.settings().number("epsilon", 1e-3);
        Value scale = scaled ? in.weight("gamma", g) : ones(x, first, g);
        var node = g.node("LayerNormalization").inputs(x, scale);
        if (centred) {
            node.inputs(in.weight("beta", g));
        }
        return List.of(
                node.attribute("axis", first).attribute("epsilon", (float) epsilon).output());
    }

    private static Value ones(Value x, int first, SizedGraph g) throws Problem {
        List<Size> sizes = g.shape(x);
        long[] shape =
                sizes.subList(first, sizes.size()).stream()
                        .mapToLong(s -> s.number().orElse(1))
                        .toArray();
        float[] ones = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Arrays.fill(ones, 1);
        return g.constant(Tensor.of("ones", ones, shape));
    }

    /// Over each group of channels and all places.
    private static List<Value> group(LayerCall in, SizedGraph g) throws Problem {
        Value x = in.input();
        int rank = g.rank(x);
        long axis = single(in, -1, rank);
        long channels = g.shape(x).get((int) axis).number().orElse(0);
        long groups = in.settings().whole("groups", 32);
        groups = groups == -1 ? channels : groups;
        if (axis != rank - 1 || channels < 1 || channels % groups != 0 || rank < 3) {
            throw in.settings().refused("groups");
        }
        boolean scaled = in.settings().truth("scale", true);
        boolean centred = in.settings().truth("center", true);
        double epsilon = in.settings().number("epsilon", 1e-3);
        Value second = gemwright.source.sized.ChannelsLast.second(x, g);
        Value split = g.reshape(second, 0, groups, -1);
        float[] ones = new float[(int) groups];
        Arrays.fill(ones, 1);
        Value normal =
                g.node("InstanceNormalization")
                        .inputs(
                                split,
                                g.constant(Tensor.of("ones", ones, groups)),
                                g.constant(Tensor.of("zeros", new float[ones.length], groups)))
                        .attribute("epsilon", (float) epsilon)
                        .output();
        Value y = gemwright.source.sized.ChannelsLast.last(g.reshape(normal, g.shape(second)), g);
        if (scaled) {
            y = g.op("Mul", y, in.weight("gamma", g));
        }
        return List.of(centred ? g.op("Add", y, in.weight("beta", g)) : y);
    }

    private static List<Value> rootMeanSquare(LayerCall in, SizedGraph g) throws Problem {
        Value x = in.input();
        if (single(in, -1, g.rank(x)) != g.rank(x) - 1) {
            throw in.settings().refused("axis");
        }
        double epsilon = in.settings().number("epsilon", 1e-6);
        Value squares =
                g.node("ReduceMean")
                        .inputs(g.op("Mul", x, x), g.vector(-1))
                        .attribute("keepdims", 1)
                        .output();
        Value root = g.op("Sqrt", g.op("Add", squares, g.number(epsilon, x.type())));
        return List.of(g.op("Mul", g.op("Div", x, root), in.weight("scale", g)));
    }

    private static List<Value> unit(LayerCall in, SizedGraph g) throws Problem {
        Value x = in.input();
        long[] axes = in.settings().wholes("axis");
        Value length =
                g.node("ReduceL2")
                        .inputs(x, g.vector(axes.length == 0 ? new long[] {-1} : axes))
                        .attribute("keepdims", 1)
                        .output();
        Value safe = g.op("Max", length, g.number(1e-6, x.type()));
        return List.of(g.op("Div", x, safe));
    }

    /// Mean and variance stand in the settings, or were adapted and are weights.
    private static List<Value> fixed(LayerCall in, SizedGraph g) throws Problem {
        Value given = in.input();
        Value x = given.type().isFloating() ? given : g.cast(given, ElementType.FLOAT);
        boolean inverted = in.settings().truth("invert", false);
        boolean stands = in.settings().has("mean");
        Tensor mean = stands ? setting("mean", in) : in.take("mean");
        Tensor variance = stands ? setting("variance", in) : in.take("variance");
        in.settings().ignore("variance", "input_mean", "input_variance");
        double[] squares = variance.doubles();
        float[] deviation = new float[squares.length];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = (float) Math.max(Math.sqrt(squares[i]), 1e-7);
        }
        long[] shape = kept(in, g.shape(x));
        long own = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        Value m =
                g.constant(Tensor.of("mean", mean.floats(), fitting(mean.size(), own, shape, in)));
        Value s =
                g.constant(
                        Tensor.of(
                                "deviation", deviation, fitting(deviation.length, own, shape, in)));
        return List.of(
                inverted ? g.op("Add", g.op("Mul", x, s), m) : g.op("Div", g.op("Sub", x, m), s));
    }

    /// The sizes of the axes that have numbers of their own, 1 for the others.
    private static long[] kept(LayerCall in, List<Size> sizes) throws Problem {
        int rank = sizes.size();
        long[] shape = new long[rank];
        Arrays.fill(shape, 1);
        for (long axis : in.settings().wholes("axis")) {
            int place = (int) (axis < 0 ? axis + rank : axis);
            if (place < 1 || place >= rank || !sizes.get(place).isKnown()) {
                throw in.settings().refused("axis");
            }
            shape[place] = sizes.get(place).number().orElse(1);
        }
        return shape;
    }

    private static long[] fitting(long numbers, long own, long[] shape, LayerCall in)
            throws Problem {
        if (numbers != 1 && numbers != own) {
            throw in.settings().refused("axis");
        }
        return numbers == own ? shape : new long[0];
    }

    private static Tensor setting(String key, LayerCall in) throws Problem {
        float[] numbers = in.settings().numbers(key);
        return new Tensor(
                key,
                ElementType.FLOAT,
                Longs.of(numbers.length),
                gemwright.onnx.TensorData.of(numbers));
    }
}
