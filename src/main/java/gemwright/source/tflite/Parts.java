package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Parts of a tensor that lie together.
final class Parts {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        ALL.put("STRIDED_SLICE", Parts::strided);
        ALL.put("SLICE", Parts::slice);
        ALL.put("SPLIT", Parts::split);
        ALL.put("SPLIT_V", Parts::splitBySizes);
        ALL.put("UNPACK", Parts::unpack);
    }

    private Parts() {}

    /// Begin, end and step an axis; a bit in a mask stands for the axis of that number.
    private static List<Value> strided(Call in, SizedGraph g) throws Problem {
        int begin = in.whole(0, 0);
        int end = in.whole(1, 0);
        if (in.whole(2, 0) != 0) {
            throw in.refused("tflite.option", in.operator(), 2);
        }
        if (in.whole(3, 0) != 0) {
            throw in.refused("tflite.option", in.operator(), 3);
        }
        int shrink = in.whole(4, 0);
        List<Size> starts = new ArrayList<>(in.content(1, g));
        List<Size> ends = new ArrayList<>(in.content(2, g));
        long[] steps = in.constants(3, g);
        long[] axes = new long[steps.length];
        List<Long> gone = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            axes[i] = i;
            boolean back = steps[i] < 0;
            if (bit(shrink, i)) {
                gone.add((long) i);
                boolean last = starts.get(i).is(-1);
                ends.set(i, last ? Size.of(Long.MAX_VALUE) : starts.get(i).plus(Size.ONE));
                steps[i] = 1;
                continue;
            }
            if (bit(begin, i)) {
                starts.set(i, Size.of(back ? Long.MAX_VALUE : 0));
            }
            if (bit(end, i)) {
                ends.set(i, Size.of(back ? Long.MIN_VALUE : Long.MAX_VALUE));
            }
        }
        Value part =
                g.op(
                        "Slice",
                        in.value(0),
                        g.vector(starts),
                        g.vector(ends),
                        g.vector(axes),
                        g.vector(steps));
        long[] shrunk = gone.stream().mapToLong(Long::longValue).toArray();
        return List.of(shrunk.length == 0 ? part : g.squeeze(part, shrunk));
    }

    private static boolean bit(int mask, int axis) {
        return axis < Integer.SIZE && (mask >> axis & 1) != 0;
    }

    /// A size of -1 goes to the end.
    private static List<Value> slice(Call in, SizedGraph g) throws Problem {
        List<Size> starts = in.content(1, g);
        List<Size> sizes = in.content(2, g);
        List<Size> ends = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            boolean rest = sizes.get(i).is(-1);
            ends.add(rest ? Size.of(Long.MAX_VALUE) : starts.get(i).plus(sizes.get(i)));
        }
        return List.of(g.op("Slice", in.value(0), g.vector(starts), g.vector(ends)));
    }

    private static List<Value> split(Call in, SizedGraph g) throws Problem {
        in.ignore(0);
        Value x = in.value(1);
        int axis = in.axis(in.constant(0, g), g.rank(x));
        if (in.outputs() == 1) {
            return List.of(x);
        }
        return g.node("Split")
                .inputs(x)
                .attribute("axis", axis)
                .attribute("num_outputs", in.outputs())
                .outputs(in.outputs());
    }

    private static List<Value> splitBySizes(Call in, SizedGraph g) throws Problem {
        in.ignore(0);
        Value x = in.value(0);
        int axis = in.axis(in.constant(2, g), g.rank(x));
        List<Size> sizes = new ArrayList<>(in.content(1, g));
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i).is(-1)) {
                Size rest = g.shape(x).get(axis);
                for (int other = 0; other < sizes.size(); other++) {
                    rest = other == i ? rest : rest.minus(sizes.get(other));
                }
                sizes.set(i, rest);
            }
        }
        return in.outputs() == 1
                ? List.of(x)
                : g.node("Split")
                        .inputs(x, g.vector(sizes))
                        .attribute("axis", axis)
                        .outputs(in.outputs());
    }

    private static List<Value> unpack(Call in, SizedGraph g) throws Problem {
        in.ignore(0);
        Value x = in.value(0);
        int axis = in.axis(in.whole(1, 0), g.rank(x));
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < in.outputs(); i++) {
            parts.add(
                    g.node("Gather")
                            .inputs(x, g.number((long) i, gemwright.onnx.ElementType.INT64))
                            .attribute("axis", axis)
                            .output());
        }
        return parts;
    }
}
