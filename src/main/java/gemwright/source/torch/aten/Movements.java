package gemwright.source.torch.aten;

import gemwright.base.Problem;
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

    /// The axes in their order.
    static long[] identity(int rank) {
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

    /// The known size of an axis, without which no list of parts can be made.
    static long known(Size size, Arguments in) throws Problem {
        Optional<Long> known = size.number().stream().boxed().findFirst();
        if (known.isEmpty()) {
            throw in.refusedFor("aten.freeSize", size.toString());
        }
        return known.get();
    }
}
