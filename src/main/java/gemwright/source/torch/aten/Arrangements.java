package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tensors side by side, repeated, turned round, or cut into blocks that change places.
final class Arrangements {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        ALL.put("repeat", (in, g) -> repeat(in, g, "repeats"));
        ALL.put("tile", (in, g) -> repeat(in, g, "dims"));
        ALL.put("repeat_interleave", Arrangements::repeatInterleave);
        for (String name : List.of("cat", "concat", "concatenate")) {
            ALL.put(name, Arrangements::cat);
        }
        ALL.put("stack", Arrangements::stack);
        ALL.put("flip", Arrangements::flip);
        ALL.put("roll", Arrangements::roll);
        ALL.put("pixel_shuffle", Arrangements::pixelShuffle);
        ALL.put("pixel_unshuffle", Arrangements::pixelUnshuffle);
        ALL.put("channel_shuffle", Arrangements::channelShuffle);
        ALL.put("meshgrid", Arrangements::meshgrid);
    }

    private Arrangements() {}

    private static AtenValue of(Value value) {
        return AtenValue.of(value);
    }

    private static AtenValue repeat(Arguments in, AtenGraph g, String name) throws Problem {
        Value x = in.tensor("self");
        List<Size> repeats = new ArrayList<>(in.sizes(name));
        int rank = g.rank(x);
        while (repeats.size() < rank) {
            repeats.addFirst(Size.ONE);
        }
        if (repeats.size() > rank) {
            long[] axes = Movements.identity(repeats.size() - rank);
            x = g.unsqueeze(x, axes);
        }
        return of(g.op("Tile", x, g.vector(repeats)));
    }

    private static AtenValue repeatInterleave(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        if (in.isNone("dim")) {
            x = g.reshape(x, -1);
        }
        in.value("output_size");
        List<Size> from = g.shape(x);
        int axis = in.isNone("dim") ? 0 : g.axis(in.whole("dim"), from.size(), in, "dim");
        Size times = in.size("repeats");
        List<Size> wide = new ArrayList<>(from);
        wide.add(axis + 1, times);
        List<Size> sizes = new ArrayList<>(from);
        sizes.set(axis, from.get(axis).times(times));
        return of(g.reshape(Movements.expanded(g.unsqueeze(x, axis + 1), wide, g), sizes));
    }

    private static AtenValue cat(Arguments in, AtenGraph g) throws Problem {
        List<Value> tensors = new ArrayList<>();
        ElementType type = ElementType.UNDEFINED;
        for (Value tensor : in.tensors("tensors")) {
            type = Promotion.both(type, tensor.type());
            // An empty vector is nothing to anybody, whatever the rank of the others.
            if (g.rank(tensor) != 1 || !g.shape(tensor).getFirst().is(0)) {
                tensors.add(tensor);
            }
        }
        if (tensors.isEmpty()) {
            throw in.refused("tensors");
        }
        return of(
                joined(
                        tensors,
                        type,
                        g.axis(in.whole("dim"), g.rank(tensors.getFirst()), in, "dim"),
                        g));
    }

    private static Value joined(List<Value> tensors, ElementType type, long axis, AtenGraph g) {
        List<Value> same = tensors.stream().map(v -> g.cast(v, type)).toList();
        return same.size() == 1
                ? same.getFirst()
                : g.node("Concat").inputs(same).attribute("axis", axis).output();
    }

    private static AtenValue stack(Arguments in, AtenGraph g) throws Problem {
        List<Value> tensors = in.tensors("tensors");
        if (tensors.isEmpty()) {
            throw in.refused("tensors");
        }
        int axis = g.axis(in.whole("dim"), g.rank(tensors.getFirst()) + 1, in, "dim");
        ElementType type = ElementType.UNDEFINED;
        List<Value> wide = new ArrayList<>();
        for (Value tensor : tensors) {
            type = Promotion.both(type, tensor.type());
            wide.add(g.unsqueeze(tensor, axis));
        }
        return of(joined(wide, type, axis, g));
    }

    private static AtenValue flip(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        Value turned = g.reversed(x, in.wholes("dims"));
        return of(g.learnt(turned, g.shape(x)));
    }

    private static AtenValue roll(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        long[] shifts = in.wholes("shifts");
        long[] axes = in.wholes("dims");
        if (axes.length != shifts.length) {
            throw in.refused("dims");
        }
        List<Size> sizes = g.shape(x);
        Value rolled = x;
        for (int i = 0; i < axes.length; i++) {
            int axis = g.axis(axes[i], sizes.size(), in, "dims");
            Size size = sizes.get(axis);
            long shift =
                    size.isKnown() && !size.is(0)
                            ? Math.floorMod(shifts[i], size.number().orElse(1))
                            : shifts[i];
            if (shift != 0) {
                Value back = g.slice(rolled, axis, -shift, Long.MAX_VALUE);
                Value front = g.slice(rolled, axis, 0, -shift);
                rolled =
                        g.node("Concat")
                                .inputs(back, front)
                                .attribute("axis", (long) axis)
                                .output();
            }
        }
        return of(rolled.equals(x) ? x : g.learnt(rolled, sizes));
    }

    private static AtenValue pixelShuffle(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        if (g.rank(x) != 4) {
            throw in.refused("self");
        }
        return of(
                g.node("DepthToSpace")
                        .inputs(x)
                        .attribute("blocksize", in.whole("upscale_factor"))
                        .attribute("mode", "CRD")
                        .output());
    }

    private static AtenValue pixelUnshuffle(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        List<Size> s = g.shape(x);
        if (s.size() != 4) {
            throw in.refused("self");
        }
        Size r = in.size("downscale_factor");
        Size height = s.get(2).floorQuotient(r);
        Size width = s.get(3).floorQuotient(r);
        Value cut = g.reshape(x, List.of(s.get(0), s.get(1), height, r, width, r));
        Value turned = g.transpose(cut, 0, 1, 3, 5, 2, 4);
        return of(g.reshape(turned, List.of(s.get(0), s.get(1).times(r).times(r), height, width)));
    }

    private static AtenValue channelShuffle(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        List<Size> s = g.shape(x);
        Size groups = in.size("groups");
        List<Size> cut = new ArrayList<>(s);
        cut.set(1, s.get(1).floorQuotient(groups));
        cut.add(1, groups);
        long[] order = Movements.identity(cut.size());
        order[1] = 2;
        order[2] = 1;
        return of(g.reshape(g.transpose(g.reshape(x, cut), order), s));
    }

    private static AtenValue meshgrid(Arguments in, AtenGraph g) throws Problem {
        List<Value> vectors = in.tensors("tensors");
        boolean swapped = in.knows("indexing") && in.text("indexing").equals("xy");
        List<Size> sizes = new ArrayList<>();
        for (Value vector : vectors) {
            sizes.add(Movements.product(g.shape(vector)));
        }
        if (swapped && sizes.size() > 1) {
            Collections.swap(sizes, 0, 1);
        }
        List<Value> grids = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            int axis = swapped && i < 2 && vectors.size() > 1 ? 1 - i : i;
            List<Size> line = new ArrayList<>(Collections.nCopies(vectors.size(), Size.ONE));
            line.set(axis, sizes.get(axis));
            grids.add(Movements.expanded(g.reshape(vectors.get(i), line), sizes, g));
        }
        return AtenValue.Items.ofTensors(grids);
    }
}
