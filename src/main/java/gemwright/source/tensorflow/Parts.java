package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tensors joined and taken apart.
final class Parts {
    static final Map<String, TensorflowOperator> ALL = new HashMap<>();

    static {
        ALL.put("Pack", Parts::pack);
        ALL.put("Unpack", Parts::unpack);
        ALL.put("ConcatV2", Parts::concat);
        ALL.put("Split", (in, g) -> split(in, g, 1, 0));
        ALL.put("SplitV", (in, g) -> split(in, g, 0, 2));
        ALL.put("Slice", Parts::slice);
        ALL.put("StridedSlice", Parts::stridedSlice);
        ALL.put("GatherV2", Parts::gather);
        ALL.put("ResourceGather", Parts::rows);
        ALL.put("ReverseV2", Parts::reverse);
    }

    private Parts() {}

    private static List<Value> pack(Call in, SizedGraph g) throws Problem {
        int axis = in.axis(in.whole("axis", 0), g.rank(in.value(0)) + 1);
        List<Value> rows = new ArrayList<>();
        for (Value value : in.all()) {
            rows.add(g.unsqueeze(value, axis));
        }
        return List.of(g.node("Concat").inputs(rows).attribute("axis", (long) axis).output());
    }

    private static List<Value> unpack(Call in, SizedGraph g) throws Problem {
        int count = count(in, in.whole("num", 0));
        int axis = in.axis(in.whole("axis", 0), g.rank(in.value(0)));
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(picked(in.value(0), axis, i, g));
        }
        return parts;
    }

    private static int count(Call in, long count) throws Problem {
        if (count < 1 || count > 10_000) {
            throw in.refused("tensorflow.inputs", in.operator());
        }
        return (int) count;
    }

    private static Value picked(Value x, long axis, long index, SizedGraph g) {
        return g.node("Gather")
                .inputs(x, g.builder().scalar("index", index))
                .attribute("axis", axis)
                .output();
    }

    private static List<Value> concat(Call in, SizedGraph g) throws Problem {
        int last = in.inputs() - 1;
        long axis = in.constant(last, g);
        List<Value> parts = in.all().subList(0, last);
        return List.of(g.node("Concat").inputs(parts).attribute("axis", axis).output());
    }

    private static List<Value> split(Call in, SizedGraph g, int data, int axisInput)
            throws Problem {
        int count = count(in, in.whole("num_split", 0));
        Value x = in.value(data);
        List<Size> sizes = g.shape(x);
        int axis = in.axis(in.constant(axisInput, g), sizes.size());
        long[] parts = new long[count];
        if (data == 0) {
            parts = in.constants(1, g);
        } else {
            long all = sizes.get(axis).number().orElse(-1);
            if (all < 0 || all % count != 0) {
                throw in.refused("tensorflow.dynamic", in.operator(), axisInput);
            }
            Arrays.fill(parts, all / count);
        }
        if (parts.length != count || Arrays.stream(parts).anyMatch(p -> p < 0)) {
            throw in.refused("tensorflow.dynamic", in.operator(), 1);
        }
        return g.node("Split")
                .inputs(x, g.vector(parts))
                .attribute("axis", (long) axis)
                .outputs(count);
    }

    private static List<Value> slice(Call in, SizedGraph g) throws Problem {
        List<Size> starts = in.content(1, g);
        List<Size> lengths = in.content(2, g);
        long[] axes = new long[starts.size()];
        List<Size> ends = new ArrayList<>();
        for (int i = 0; i < axes.length; i++) {
            axes[i] = i;
            Size length = lengths.get(i);
            ends.add(length.is(-1) ? Size.of(Long.MAX_VALUE) : starts.get(i).plus(length));
        }
        return List.of(
                g.op("Slice", in.value(0), g.vector(starts), g.vector(ends), g.vector(axes)));
    }

    /// `x[begin:end:step]`; masks say where a bound is left out, where an axis goes and where one
    /// comes (`array_ops.cc`, TensorFlow 2.21).
    private static List<Value> stridedSlice(Call in, SizedGraph g) throws Problem {
        List<Size> begin = in.content(1, g);
        List<Size> end = in.content(2, g);
        long[] steps = in.constants(3, g);
        long open = in.whole("begin_mask", 0);
        long closed = in.whole("end_mask", 0);
        long dots = in.whole("ellipsis_mask", 0);
        long fresh = in.whole("new_axis_mask", 0);
        long single = in.whole("shrink_axis_mask", 0);
        Bounds bounds = new Bounds();
        int skipped = g.rank(in.value(0)) - steps.length + Long.bitCount(dots | (fresh & ~dots));
        int axis = 0;
        int result = 0;
        for (int i = 0; i < steps.length; i++) {
            if ((dots >> i & 1) == 1) {
                axis += skipped;
                result += skipped;
            } else if ((fresh >> i & 1) == 1) {
                bounds.fresh.add((long) result++);
            } else if ((single >> i & 1) == 1) {
                Size from = begin.get(i);
                Size to = from.is(-1) ? Size.of(Long.MAX_VALUE) : from.plus(Size.ONE);
                bounds.add(axis, from, to, 1);
                bounds.gone.add((long) axis++);
            } else {
                boolean back = steps[i] < 0;
                Size first = Size.of(back ? Long.MAX_VALUE : 0);
                Size last = Size.of(back ? Long.MIN_VALUE + 1 : Long.MAX_VALUE);
                Size from = (open >> i & 1) == 1 ? first : begin.get(i);
                Size to = (closed >> i & 1) == 1 ? last : end.get(i);
                if (!from.equals(Size.ZERO) || !to.is(Long.MAX_VALUE) || steps[i] != 1) {
                    bounds.add(axis, from, to, steps[i]);
                }
                axis++;
                result++;
            }
        }
        return List.of(bounds.of(in.value(0), g));
    }

    /// What is left of each axis.
    private static final class Bounds {
        private final List<Long> axes = new ArrayList<>();
        private final List<Size> starts = new ArrayList<>();
        private final List<Size> ends = new ArrayList<>();
        private final List<Long> steps = new ArrayList<>();
        private final List<Long> gone = new ArrayList<>();
        private final List<Long> fresh = new ArrayList<>();

        void add(long axis, Size start, Size end, long step) {
            axes.add(axis);
            starts.add(start);
            ends.add(end);
            steps.add(step);
        }

        Value of(Value x, SizedGraph g) {
            Value part = x;
            if (!axes.isEmpty()) {
                part =
                        g.op(
                                "Slice",
                                part,
                                g.vector(starts),
                                g.vector(ends),
                                vector(axes, g),
                                vector(steps, g));
            }
            part = gone.isEmpty() ? part : g.op("Squeeze", part, vector(gone, g));
            return fresh.isEmpty() ? part : g.op("Unsqueeze", part, vector(fresh, g));
        }

        private static Value vector(List<Long> numbers, SizedGraph g) {
            return g.vector(numbers.stream().mapToLong(Long::longValue).toArray());
        }
    }

    private static List<Value> gather(Call in, SizedGraph g) throws Problem {
        if (in.whole("batch_dims", 0) != 0) {
            throw in.refusedAttribute("batch_dims");
        }
        int axis = in.axis(in.constant(2, g), g.rank(in.value(0)));
        return List.of(
                g.node("Gather")
                        .inputs(in.value(0), in.value(1))
                        .attribute("axis", (long) axis)
                        .output());
    }

    /// Rows of a variable: an embedding.
    private static List<Value> rows(Call in, SizedGraph g) throws Problem {
        in.ignore("validate_indices");
        if (in.whole("batch_dims", 0) != 0) {
            throw in.refusedAttribute("batch_dims");
        }
        return List.of(g.op("Gather", in.value(0), in.value(1)));
    }

    private static List<Value> reverse(Call in, SizedGraph g) throws Problem {
        long[] axes = in.constants(1, g);
        if (axes.length == 0) {
            return List.of(in.value(0));
        }
        Value x = in.value(0);
        if (x.type() == ElementType.STRING) {
            throw in.refused("tensorflow.operator", in.operator());
        }
        return List.of(g.reversed(x, axes));
    }
}
