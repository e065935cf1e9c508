package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shapes and arrangements: what holds the same elements in another order, and what tells sizes.
final class Movements {
    static final Map<String, TensorflowOperator> ALL = new HashMap<>();

    static {
        ALL.put("Const", Movements::constant);
        ALL.put("Reshape", Movements::reshape);
        ALL.put("Squeeze", Movements::squeeze);
        ALL.put("ExpandDims", Movements::expandDims);
        ALL.put("Transpose", Movements::transpose);
        ALL.put("Shape", Movements::shape);
        ALL.put("Tile", (in, g) -> List.of(g.op("Tile", in.value(0), in.sizes(1, g))));
        ALL.put("BroadcastTo", (in, g) -> List.of(g.op("Expand", in.value(0), in.sizes(1, g))));
        ALL.put("Fill", (in, g) -> List.of(g.op("Expand", in.value(1), in.sizes(0, g))));
        ALL.put("Pad", (in, g) -> pad(in, g, "constant"));
        ALL.put("PadV2", (in, g) -> pad(in, g, "constant"));
        ALL.put("MirrorPad", Movements::mirror);
    }

    private Movements() {}

    private static List<Value> constant(Call in, SizedGraph g) throws Problem {
        Optional<Tensor> tensor = in.tensor("value");
        if (tensor.isEmpty()
                || tensor.get().type().bits() == 0
                || tensor.get().type() == ElementType.COMPLEX64
                || tensor.get().type() == ElementType.COMPLEX128) {
            throw in.refusedAttribute("value");
        }
        return List.of(g.constant(tensor.get()));
    }

    private static List<Value> reshape(Call in, SizedGraph g) throws Problem {
        Value x = in.value(0);
        Optional<List<Size>> known = in.known(1, g);
        if (known.isEmpty()) {
            Value sizes = g.cast(in.value(1), ElementType.INT64);
            Value reshaped = g.node("Reshape").inputs(x, sizes).attribute("allowzero", 1L).output();
            return List.of(reshaped);
        }
        return List.of(g.reshape(x, resolved(known.get(), x, in, g)));
    }

    /// The sizes without -1.
    private static List<Size> resolved(List<Size> sizes, Value x, Call in, SizedGraph g)
            throws Problem {
        int open = -1;
        Size rest = Size.ONE;
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i).is(-1)) {
                if (open >= 0) {
                    throw in.refused("tensorflow.inputs", in.operator());
                }
                open = i;
            } else {
                rest = rest.times(sizes.get(i));
            }
        }
        if (open < 0) {
            return sizes;
        }
        Size all = g.shape(x).stream().reduce(Size.ONE, Size::times);
        List<Size> resolved = new ArrayList<>(sizes);
        resolved.set(open, rest.is(0) ? Size.ZERO : all.floorQuotient(rest));
        return resolved;
    }

    private static List<Value> squeeze(Call in, SizedGraph g) throws Problem {
        long[] axes = in.wholes("squeeze_dims");
        if (axes.length > 0) {
            return List.of(g.squeeze(in.value(0), axes));
        }
        List<Size> sizes = g.shape(in.value(0));
        List<Long> ones = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            if (!sizes.get(i).isKnown()) {
                throw in.refusedAttribute("squeeze_dims"); // the rank would depend on the run
            }
            if (sizes.get(i).is(1)) {
                ones.add((long) i);
            }
        }
        long[] found = ones.stream().mapToLong(Long::longValue).toArray();
        return List.of(found.length == 0 ? in.value(0) : g.squeeze(in.value(0), found));
    }

    private static List<Value> expandDims(Call in, SizedGraph g) throws Problem {
        return List.of(g.unsqueeze(in.value(0), in.constant(1, g)));
    }

    private static List<Value> transpose(Call in, SizedGraph g) throws Problem {
        return List.of(g.turned(in.value(0), in.constants(1, g)));
    }

    private static List<Value> shape(Call in, SizedGraph g) throws Problem {
        ElementType type = in.type("out_type", ElementType.INT32);
        return List.of(g.cast(g.op("Shape", in.value(0)), type));
    }

    /// TensorFlow has pairs by axis, ONNX all fronts and then all backs.
    private static List<Value> pad(Call in, SizedGraph g, String mode) throws Problem {
        List<Size> pairs = in.content(1, g);
        int rank = pairs.size() / 2;
        List<Size> pads = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            for (int axis = 0; axis < rank; axis++) {
                pads.add(pairs.get(2 * axis + side));
            }
        }
        var node = g.node("Pad").inputs(in.value(0), g.vector(pads)).attribute("mode", mode);
        return List.of((in.inputs() > 2 ? node.inputs(in.value(2)) : node).output());
    }

    private static List<Value> mirror(Call in, SizedGraph g) throws Problem {
        if (!in.text("mode", "").equals("REFLECT")) {
            throw in.refusedAttribute("mode");
        }
        long[] pairs = in.constants(1, g);
        return Arrays.stream(pairs).allMatch(p -> p == 0)
                ? List.of(in.value(0))
                : pad(in, g, "reflect");
    }
}
