package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The same elements in another shape or order, or more often.
final class Movements {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        ALL.put("RESHAPE", Movements::reshape);
        ALL.put("SQUEEZE", Movements::squeeze);
        ALL.put("EXPAND_DIMS", Movements::expand);
        ALL.put("TRANSPOSE", Movements::transpose);
        ALL.put("TILE", (in, g) -> List.of(g.op("Tile", in.value(0), in.sizes(1, g))));
        ALL.put("BROADCAST_TO", (in, g) -> List.of(g.op("Expand", in.value(0), in.sizes(1, g))));
        ALL.put("REVERSE_V2", Movements::reverse);
        ALL.put("PAD", Movements::pad);
        ALL.put("PADV2", Movements::pad);
        ALL.put("MIRROR_PAD", Movements::mirror);
        ALL.put("CONCATENATION", Movements::concatenation);
        ALL.put("PACK", Movements::pack);
    }

    private Movements() {}

    /// The new shape is an input, or an option in old files.
    private static List<Value> reshape(Call in, SizedGraph g) throws Problem {
        Value x = in.value(0);
        Longs option = in.wholes(0);
        if (!in.has(1)) {
            return List.of(g.reshape(x, option.toLongs()));
        }
        Optional<List<Size>> known = in.known(1, g);
        if (known.isEmpty()) {
            return List.of(g.op("Reshape", x, g.cast(in.value(1), ElementType.INT64)));
        }
        List<Size> target = known.get();
        boolean open = target.stream().anyMatch(s -> s.is(-1));
        return List.of(
                open || target.stream().allMatch(Size::isKnown)
                        ? g.op("Reshape", x, g.vector(target))
                        : g.reshape(x, target));
    }

    private static List<Value> squeeze(Call in, SizedGraph g) throws Problem {
        long[] axes = in.wholes(0).toLongs();
        Value x = in.value(0);
        return List.of(axes.length == 0 ? g.op("Squeeze", x) : g.squeeze(x, axes));
    }

    private static List<Value> expand(Call in, SizedGraph g) throws Problem {
        return List.of(g.unsqueeze(in.value(0), in.constant(1, g)));
    }

    private static List<Value> transpose(Call in, SizedGraph g) throws Problem {
        return List.of(in.turned(0, in.constants(1, g)));
    }

    private static List<Value> reverse(Call in, SizedGraph g) throws Problem {
        return List.of(g.reversed(in.value(0), in.constants(1, g)));
    }

    /// Pairs of front and back, axis by axis, to front of all axes and back of all.
    static long[] pads(long[] pairs) {
        long[] pads = new long[pairs.length];
        for (int axis = 0; axis < pairs.length / 2; axis++) {
            pads[axis] = pairs[2 * axis];
            pads[axis + pairs.length / 2] = pairs[2 * axis + 1];
        }
        return pads;
    }

    private static List<Value> pad(Call in, SizedGraph g) throws Problem {
        Value x = in.value(0);
        NodeBuilder node = g.node("Pad").inputs(x, g.vector(pads(in.constants(1, g))));
        if (in.has(2)) {
            node.inputs(g.reshape(in.value(2)));
        }
        return List.of(node.output());
    }

    private static List<Value> mirror(Call in, SizedGraph g) throws Problem {
        if (in.code(0) != 0) {
            throw in.refused("tflite.option", in.operator(), 0); // with the edge itself repeated
        }
        return List.of(
                g.node("Pad")
                        .inputs(in.value(0), g.vector(pads(in.constants(1, g))))
                        .attribute("mode", "reflect")
                        .output());
    }

    private static List<Value> concatenation(Call in, SizedGraph g) throws Problem {
        Value y = joined(in, in.whole(0, 0), false, g);
        return List.of(Activations.fused(y, in, 1, g));
    }

    private static List<Value> pack(Call in, SizedGraph g) throws Problem {
        in.ignore(0);
        return List.of(joined(in, in.whole(1, 0), true, g));
    }

    private static Value joined(Call in, long axis, boolean stacked, SizedGraph g) throws Problem {
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < in.inputs(); i++) {
            Value part = in.value(i);
            parts.add(stacked ? g.unsqueeze(part, axis) : part);
        }
        return parts.size() == 1
                ? parts.getFirst()
                : g.node("Concat").inputs(parts).attribute("axis", axis).output();
    }
}
