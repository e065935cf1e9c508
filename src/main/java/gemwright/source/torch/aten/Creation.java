package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tensors that are made of sizes and numbers.
final class Creation {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    /// Larger identity matrices are no constants.
    private static final long LARGEST_EYE = 4096;

    static {
        for (String prefix : List.of("", "new_")) {
            ALL.put(prefix + "zeros", (in, g) -> sized(in, g, 0));
            ALL.put(prefix + "empty", (in, g) -> sized(in, g, 0));
            ALL.put(prefix + "ones", (in, g) -> sized(in, g, 1));
            ALL.put(prefix + "full", (in, g) -> sized(in, g, in.number("fill_value")));
        }
        ALL.put("zeros_like", (in, g) -> like(in, g, 0));
        ALL.put("ones_like", (in, g) -> like(in, g, 1));
        ALL.put("full_like", (in, g) -> like(in, g, in.number("fill_value")));
        ALL.put("zero", (in, g) -> like(in, g, 0));
        ALL.put("fill", Creation::fill);
        ALL.put("copy", Creation::copy);
        ALL.put("arange", Creation::arange);
        ALL.put("linspace", Creation::linspace);
        ALL.put("eye", Creation::eye);
        ALL.put("scalar_tensor", (in, g) -> scalar(in, g, "s"));
        ALL.put("tensor", Creation::tensor);
        ALL.put("as_tensor", Creation::tensor);
    }

    private Creation() {}

    private static void ignorePlace(Arguments in) {
        in.ignore("layout", "device", "pin_memory", "memory_format", "requires_grad");
    }

    private static AtenValue sized(Arguments in, AtenGraph g, double number) throws Problem {
        ignorePlace(in);
        ElementType usual =
                in.knows("self")
                        ? in.tensor("self").type()
                        : in.knows("fill_value")
                                ? typeOf(in.value("fill_value"))
                                : ElementType.FLOAT;
        ElementType type = in.type("dtype").orElse(usual);
        return AtenValue.of(filled(in.sizes("size"), number, type, g));
    }

    private static ElementType typeOf(AtenValue number) {
        return switch (number) {
            case AtenValue.Whole _ -> ElementType.INT64;
            case AtenValue.Truth _ -> ElementType.BOOL;
            default -> ElementType.FLOAT;
        };
    }

    private static Value filled(List<Size> sizes, double number, ElementType type, AtenGraph g)
            throws Problem {
        Value filled =
                g.node("ConstantOfShape")
                        .inputs(g.vector(sizes))
                        .attribute("value", AtenGraph.filled("", number, type, 1))
                        .output()
                        .as(type);
        return g.learnt(filled, sizes);
    }

    private static AtenValue like(Arguments in, AtenGraph g, double number) throws Problem {
        ignorePlace(in);
        Value x = in.tensor("self");
        ElementType type = in.knows("dtype") ? in.type("dtype").orElse(x.type()) : x.type();
        return AtenValue.of(filled(g.shape(x), number, type, g));
    }

    private static AtenValue fill(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        Value number = Promotion.in(in.value("value"), x.type(), g, in, "value");
        return AtenValue.of(Movements.expanded(number, g.shape(x), g));
    }

    /// The source in the shape and type of what it is copied into.
    private static AtenValue copy(Arguments in, AtenGraph g) throws Problem {
        in.ignore("non_blocking");
        Value into = in.tensor("self");
        Value source = Promotion.in(in.value("src"), into.type(), g, in, "src");
        return AtenValue.of(Movements.expanded(source, g.shape(into), g));
    }

    private static AtenValue arange(Arguments in, AtenGraph g) throws Problem {
        ignorePlace(in);
        AtenValue start = in.knows("start") ? in.value("start") : AtenValue.Whole.of(0);
        AtenValue step = in.knows("step") ? in.value("step") : AtenValue.Whole.of(1);
        ElementType usual = Promotion.of(g, start, in.value("end"), step);
        ElementType type = in.type("dtype").orElse(usual);
        if (type == ElementType.BOOL || type.bits() < 16) {
            throw in.refused("dtype");
        }
        // ONNX's Range has no halves; whole numbers keep the sizes followed.
        ElementType computed =
                usual == ElementType.INT64
                        ? ElementType.INT64
                        : type.bits() < 32 ? ElementType.FLOAT : type;
        return AtenValue.of(
                g.cast(
                        g.op(
                                "Range",
                                Promotion.in(start, computed, g, in, "start"),
                                Promotion.in(in.value("end"), computed, g, in, "end"),
                                Promotion.in(step, computed, g, in, "step")),
                        type));
    }

    private static AtenValue linspace(Arguments in, AtenGraph g) throws Problem {
        ignorePlace(in);
        double start = in.number("start");
        double end = in.number("end");
        int steps = Math.toIntExact(Math.min(in.whole("steps"), 1 << 20));
        ElementType type = in.type("dtype").orElse(ElementType.FLOAT);
        if (type != ElementType.FLOAT || steps != in.whole("steps") || steps < 0) {
            throw in.refused(steps < 0 ? "steps" : "dtype");
        }
        float[] numbers = new float[steps];
        float step = steps > 1 ? ((float) end - (float) start) / (steps - 1) : 0;
        for (int i = 0; i < steps; i++) {
            // From both ends, as RangeFactories.cpp does.
            numbers[i] =
                    i < steps / 2 ? (float) start + step * i : (float) end - step * (steps - i - 1);
        }
        return AtenValue.of(g.constant(Tensor.of("linspace", numbers, steps)));
    }

    private static AtenValue eye(Arguments in, AtenGraph g) throws Problem {
        ignorePlace(in);
        long rows = in.whole("n");
        long columns = in.knows("m") ? in.whole("m") : rows;
        if (Math.min(rows, columns) < 0 || Math.max(rows, columns) > LARGEST_EYE) {
            throw in.refused("n");
        }
        ElementType type = in.type("dtype").orElse(ElementType.FLOAT);
        Value zeros = filled(List.of(Size.of(rows), Size.of(columns)), 0, type, g);
        return AtenValue.of(g.op("EyeLike", zeros));
    }

    private static AtenValue scalar(Arguments in, AtenGraph g, String name) throws Problem {
        ignorePlace(in);
        AtenValue number = in.value(name);
        ElementType type = in.type("dtype").orElse(typeOf(number));
        return AtenValue.of(Promotion.in(number, type, g, in, name));
    }

    /// A number, or lists of numbers.
    private static AtenValue tensor(Arguments in, AtenGraph g) throws Problem {
        if (in.knows("t")) {
            return scalar(in, g, "t");
        }
        ignorePlace(in);
        AtenValue data = in.value("data");
        if (data instanceof AtenValue.OfTensor(Value value)) {
            return AtenValue.of(g.cast(value, in.type("dtype").orElse(value.type())));
        }
        List<Long> sizes = new ArrayList<>();
        List<AtenValue> flat = new ArrayList<>();
        flatten(data, 0, sizes, flat, in);
        ElementType usual =
                flat.isEmpty()
                        ? ElementType.FLOAT
                        : Promotion.of(g, flat.toArray(AtenValue[]::new));
        ElementType type = in.type("dtype").orElse(usual);
        if (flat.stream().allMatch(v -> Arguments.asNumber(v).isPresent())) {
            return AtenValue.of(g.cast(constant(flat, sizes, usual, g), type));
        }
        List<Size> all = new ArrayList<>();
        for (AtenValue item : flat) {
            Optional<Size> size =
                    item instanceof AtenValue.Whole(Size s) ? Optional.of(s) : Optional.empty();
            all.add(size.orElseThrow(() -> in.refused("data")));
        }
        Value vector = g.vector(all);
        return AtenValue.of(
                g.cast(
                        sizes.size() == 1
                                ? vector
                                : g.reshape(
                                        vector,
                                        sizes.stream().mapToLong(Long::longValue).toArray()),
                        type));
    }

    private static Value constant(
            List<AtenValue> flat, List<Long> sizes, ElementType type, AtenGraph g) {
        Longs shape = Longs.of(sizes.stream().mapToLong(Long::longValue).toArray());
        double[] numbers =
                flat.stream().mapToDouble(v -> Arguments.asNumber(v).orElse(0)).toArray();
        if (type == ElementType.INT64 || type == ElementType.BOOL) {
            long[] whole = new long[numbers.length];
            for (int i = 0; i < whole.length; i++) {
                whole[i] =
                        flat.get(i) instanceof AtenValue.Whole(Size s)
                                ? s.number().orElse(0)
                                : (long) numbers[i];
            }
            Value integers =
                    g.constant(
                            new Tensor("tensor", ElementType.INT64, shape, TensorData.of(whole)));
            return g.cast(integers, type);
        }
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return g.constant(new Tensor("tensor", ElementType.FLOAT, shape, TensorData.of(floats)));
    }

    private static void flatten(
            AtenValue data, int depth, List<Long> sizes, List<AtenValue> flat, Arguments in)
            throws Problem {
        if (!(data instanceof AtenValue.Items(var items))) {
            flat.add(data);
            return;
        }
        if (depth == sizes.size()) {
            sizes.add((long) items.size());
        }
        if (depth > 8 || sizes.get(depth) != items.size()) {
            throw in.refused("data");
        }
        for (AtenValue item : items) {
            flatten(item, depth + 1, sizes, flat, in);
        }
    }
}
