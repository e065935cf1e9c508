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
import java.util.Optional;

/// The same elements in another shape or order.
final class Movements {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        ALL.put("view", (in, g) -> reshape(in, g, "size"));
        ALL.put("reshape", (in, g) -> reshape(in, g, "shape"));
        ALL.put("_unsafe_view", (in, g) -> reshape(in, g, "size"));
        ALL.put("view_copy", (in, g) -> reshape(in, g, "size"));
        ALL.put("view_as", (in, g) -> reshapeAs(in, g));
        ALL.put("reshape_as", (in, g) -> reshapeAs(in, g));
        ALL.put("flatten", Movements::flatten);
        ALL.put("ravel", (in, g) -> of(g.reshape(in.tensor("self"), -1)));
        ALL.put("unflatten", Movements::unflatten);
        ALL.put("permute", Movements::permute);
        ALL.put("permute_copy", Movements::permute);
        for (String name : List.of("transpose", "swapaxes", "swapdims")) {
            ALL.put(name, Movements::transpose);
        }
        ALL.put("t", Movements::t);
        ALL.put("numpy_T", Movements::reversed);
        ALL.put("movedim", Movements::moveAxes);
        ALL.put("moveaxis", Movements::moveAxes);
        ALL.put("squeeze", Movements::squeeze);
        ALL.put("unsqueeze", Movements::unsqueeze);
        ALL.put("as_strided", Movements::asStrided);
        ALL.put("expand", Movements::expand);
        ALL.put("expand_copy", Movements::expand);
        ALL.put("broadcast_to", Movements::expand);
        ALL.put("expand_as", Movements::expandAs);
        ALL.put("repeat", (in, g) -> repeat(in, g, "repeats"));
        ALL.put("tile", (in, g) -> repeat(in, g, "dims"));
        ALL.put("repeat_interleave", Movements::repeatInterleave);
        for (String name : List.of("cat", "concat", "concatenate")) {
            ALL.put(name, Movements::cat);
        }
        ALL.put("stack", Movements::stack);
        ALL.put("flip", Movements::flip);
        ALL.put("roll", Movements::roll);
        ALL.put("pixel_shuffle", Movements::pixelShuffle);
        ALL.put("pixel_unshuffle", Movements::pixelUnshuffle);
        ALL.put("channel_shuffle", Movements::channelShuffle);
        ALL.put("meshgrid", Movements::meshgrid);
    }

    private Movements() {}

    private static AtenValue of(Value value) {
        return AtenValue.of(value);
    }

    static Size product(List<Size> sizes) {
        return sizes.stream().reduce(Size.ONE, Size::times);
    }

    private static AtenValue reshape(Arguments in, AtenGraph g, String name) throws Problem {
        Value x = in.tensor("self");
        if (in.knows("dtype")) {
            throw in.refused("dtype");
        }
        return of(g.reshape(x, resolved(g.shape(x), in.sizes(name), in, name)));
    }

    /// Sizes with the `-1` among them computed, where it can be.
    static List<Size> resolved(List<Size> from, List<Size> to, Arguments in, String name)
            throws Problem {
        int open = to.indexOf(Size.of(-1));
        if (open < 0) {
            return to;
        }
        List<Size> sizes = new ArrayList<>(to);
        sizes.set(open, Size.ONE);
        Size others = product(sizes);
        if (others.is(0)) {
            throw in.refused(name);
        }
        Size all = product(from);
        // Elements in proportion to one free size do not divide by what is not a factor of theirs.
        if (all.names().size() == 1 && others.isKnown() && all.exactQuotient(others).isEmpty()) {
            throw in.refusedFor("aten.conflict", from + " to " + to);
        }
        sizes.set(open, all.floorQuotient(others));
        return sizes;
    }

    private static AtenValue reshapeAs(Arguments in, AtenGraph g) throws Problem {
        return of(g.reshape(in.tensor("self"), g.shape(in.tensor("other"))));
    }

    private static AtenValue flatten(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        List<Size> from = g.shape(x);
        if (from.isEmpty()) {
            return of(g.reshape(x, 1));
        }
        int start = g.axis(in.whole("start_dim"), from.size(), in, "start_dim");
        int end = g.axis(in.whole("end_dim"), from.size(), in, "end_dim");
        if (end < start) {
            throw in.refused("end_dim");
        }
        List<Size> sizes = new ArrayList<>(from.subList(0, start));
        sizes.add(product(from.subList(start, end + 1)));
        sizes.addAll(from.subList(end + 1, from.size()));
        return of(g.reshape(x, sizes));
    }

    private static AtenValue unflatten(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        List<Size> from = g.shape(x);
        int axis = g.axis(in.whole("dim"), from.size(), in, "dim");
        List<Size> parts = resolved(from.subList(axis, axis + 1), in.sizes("sizes"), in, "sizes");
        List<Size> sizes = new ArrayList<>(from.subList(0, axis));
        sizes.addAll(parts);
        sizes.addAll(from.subList(axis + 1, from.size()));
        return of(g.reshape(x, sizes));
    }

    private static AtenValue permute(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        long[] order = in.wholes("dims");
        for (int i = 0; i < order.length; i++) {
            order[i] = g.axis(order[i], g.rank(x), in, "dims");
        }
        return of(g.transpose(x, order));
    }

    private static AtenValue transpose(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        String first = in.knows("dim0") ? "dim0" : "axis0";
        String second = in.knows("dim1") ? "dim1" : "axis1";
        return of(exchanged(x, in.whole(first), in.whole(second), in, g));
    }

    private static Value exchanged(Value x, long a, long b, Arguments in, AtenGraph g)
            throws Problem {
        int rank = g.rank(x);
        if (rank == 0) {
            return x;
        }
        int one = g.axis(a, rank, in, "dim0");
        int two = g.axis(b, rank, in, "dim1");
        long[] order = identity(rank);
        order[one] = two;
        order[two] = one;
        return one == two ? x : g.transpose(x, order);
    }

    private static long[] identity(int rank) {
        long[] order = new long[rank];
        for (int i = 0; i < rank; i++) {
            order[i] = i;
        }
        return order;
    }

    private static AtenValue t(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        return of(g.rank(x) < 2 ? x : g.transposed(x));
    }

    private static AtenValue reversed(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int rank = g.rank(x);
        long[] order = new long[rank];
        for (int i = 0; i < rank; i++) {
            order[i] = rank - 1L - i;
        }
        return of(rank < 2 ? x : g.transpose(x, order));
    }

    private static AtenValue moveAxes(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int rank = g.rank(x);
        long[] from = in.wholes("source");
        long[] to = in.wholes("destination");
        List<Long> order = new ArrayList<>(Collections.nCopies(rank, -1L));
        List<Long> rest = new ArrayList<>();
        for (long axis : identity(rank)) {
            rest.add(axis);
        }
        for (int i = 0; i < from.length; i++) {
            long axis = g.axis(from[i], rank, in, "source");
            order.set(g.axis(to[i], rank, in, "destination"), axis);
            rest.remove(axis);
        }
        int next = 0;
        for (int i = 0; i < rank; i++) {
            if (order.get(i) < 0) {
                order.set(i, rest.get(next++));
            }
        }
        return of(g.transpose(x, order.stream().mapToLong(Long::longValue).toArray()));
    }

    /// Axes of one element; of those that are named, or of all. Whether a free size is 1 nobody
    /// knows, and nothing is taken away then.
    private static AtenValue squeeze(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        List<Size> sizes = g.shape(x);
        List<Long> gone = new ArrayList<>();
        if (in.knows("dim")) {
            for (long axis : in.wholes("dim")) {
                long at = g.axis(axis, sizes.size(), in, "dim");
                if (!sizes.isEmpty() && isOne(sizes.get((int) at), in)) {
                    gone.add(at);
                }
            }
        } else {
            for (int i = 0; i < sizes.size(); i++) {
                if (isOne(sizes.get(i), in)) {
                    gone.add((long) i);
                }
            }
        }
        return of(
                gone.isEmpty()
                        ? x
                        : g.squeeze(x, gone.stream().mapToLong(Long::longValue).toArray()));
    }

    private static boolean isOne(Size size, Arguments in) throws Problem {
        if (!size.isKnown() && !in.knows("dim")) {
            throw in.refusedFor("aten.freeSize", size.toString());
        }
        return size.is(1);
    }

    /// Only where it changes nothing: the same shape, of one element along all axes but the first
    /// two, with the strides of rows. Anything else depends on how PyTorch laid the tensor out.
    private static AtenValue asStrided(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        List<Size> sizes = g.shape(x);
        List<Size> strides = in.sizes("stride");
        boolean flat =
                sizes.size() >= 2 && sizes.subList(2, sizes.size()).stream().allMatch(s -> s.is(1));
        boolean rows = flat && strides.get(0).equals(sizes.get(1)) && strides.get(1).is(1);
        boolean front = in.isNone("storage_offset") || in.size("storage_offset").is(0);
        if (!rows || !front || !in.sizes("size").equals(sizes)) {
            throw in.refused("stride");
        }
        return of(x);
    }

    private static AtenValue unsqueeze(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int rank = g.rank(x) + 1;
        return of(g.unsqueeze(x, g.axis(in.whole("dim"), rank, in, "dim")));
    }

    private static AtenValue expand(Arguments in, AtenGraph g) throws Problem {
        in.ignore("implicit");
        return of(expanded(in.tensor("self"), in.sizes("size"), g));
    }

    /// `-1` keeps a size.
    static Value expanded(Value x, List<Size> to, AtenGraph g) throws Problem {
        List<Size> from = g.shape(x);
        List<Size> sizes = new ArrayList<>(to);
        List<Size> target = new ArrayList<>(to);
        for (int i = 0; i < to.size(); i++) {
            int at = i - to.size() + from.size();
            if (to.get(i).is(-1)) {
                sizes.set(i, at < 0 ? Size.ONE : from.get(at));
                target.set(i, Size.ONE);
            }
        }
        if (sizes.equals(from)) {
            return x;
        }
        Value expanded = g.learnt(g.op("Expand", x, g.vector(target)), sizes);
        int behind = sizes.size() - 1;
        boolean first =
                behind >= 2
                        && from.size() >= behind
                        && from.subList(from.size() - behind, from.size())
                                .equals(sizes.subList(1, sizes.size()));
        if (first) {
            g.repeats(expanded, x);
        }
        return expanded;
    }

    private static AtenValue expandAs(Arguments in, AtenGraph g) throws Problem {
        return of(expanded(in.tensor("self"), g.shape(in.tensor("other")), g));
    }

    private static AtenValue repeat(Arguments in, AtenGraph g, String name) throws Problem {
        Value x = in.tensor("self");
        List<Size> repeats = new ArrayList<>(in.sizes(name));
        int rank = g.rank(x);
        while (repeats.size() < rank) {
            repeats.addFirst(Size.ONE);
        }
        if (repeats.size() > rank) {
            long[] axes = identity(repeats.size() - rank);
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
        return of(g.reshape(expanded(g.unsqueeze(x, axis + 1), wide, g), sizes));
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
        long[] axes = in.wholes("dims");
        long[] starts = new long[axes.length];
        long[] ends = new long[axes.length];
        java.util.Arrays.fill(starts, -1);
        java.util.Arrays.fill(ends, Long.MIN_VALUE);
        Value turned =
                g.op(
                        "Slice",
                        x,
                        g.vector(starts),
                        g.vector(ends),
                        g.vector(axes),
                        g.vector(starts));
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
        long[] order = identity(cut.size());
        order[1] = 2;
        order[2] = 1;
        return of(g.reshape(g.transpose(g.reshape(x, cut), order), s));
    }

    private static AtenValue meshgrid(Arguments in, AtenGraph g) throws Problem {
        List<Value> vectors = in.tensors("tensors");
        boolean swapped = in.knows("indexing") && in.text("indexing").equals("xy");
        List<Size> sizes = new ArrayList<>();
        for (Value vector : vectors) {
            sizes.add(product(g.shape(vector)));
        }
        if (swapped && sizes.size() > 1) {
            Collections.swap(sizes, 0, 1);
        }
        List<Value> grids = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            int axis = swapped && i < 2 && vectors.size() > 1 ? 1 - i : i;
            List<Size> line = new ArrayList<>(Collections.nCopies(vectors.size(), Size.ONE));
            line.set(axis, sizes.get(axis));
            grids.add(expanded(g.reshape(vectors.get(i), line), sizes, g));
        }
        return AtenValue.Items.ofTensors(grids);
    }

    /// The known size of an axis, without which no list of parts can be made.
    static long known(Size size, Arguments in) throws Problem {
        Optional<Long> known = size.number().stream().boxed().findFirst();
        if (known.isEmpty()) {
            throw in.refusedFor("aten.freeSize", size.toString());
        }
        return known.get();
    }
}
