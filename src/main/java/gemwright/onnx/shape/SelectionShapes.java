package gemwright.onnx.shape;

import gemwright.onnx.Longs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Operators that pick elements.
final class SelectionShapes {
    static final Map<String, ShapeRule> RULES = new HashMap<>();

    static {
        RULES.put("Gather", SelectionShapes::gather);
        RULES.put("GatherElements", node -> node.shape(1).ifPresent(s -> node.out(0, s)));
        RULES.put("GatherND", SelectionShapes::gatherNd);
        RULES.put("Slice", SelectionShapes::slice);
        RULES.put("Split", SelectionShapes::split);
        RULES.put("TopK", SelectionShapes::topK);
        RULES.put("NonZero", SelectionShapes::nonZero);
        RULES.put("OneHot", SelectionShapes::oneHot);
        RULES.put("Compress", node -> node.out(0, List.of(node.fresh(0, 0))));
    }

    private SelectionShapes() {}

    private static void gather(NodeShapes node) {
        Optional<List<Size>> data = node.shape(0);
        Optional<List<Size>> indices = node.shape(1);
        if (data.isEmpty() || indices.isEmpty()) {
            return;
        }
        OptionalInt axis = node.axis("axis", 0, data.get().size());
        if (axis.isEmpty()) {
            return;
        }
        List<Size> sizes = new ArrayList<>(data.get().subList(0, axis.getAsInt()));
        sizes.addAll(indices.get());
        sizes.addAll(data.get().subList(axis.getAsInt() + 1, data.get().size()));
        node.out(0, sizes);
        Optional<List<Size>> content = node.content(0);
        Optional<Longs> picked = node.numbers(1);
        if (content.isPresent() && picked.isPresent() && data.get().size() == 1) {
            List<Size> chosen = new ArrayList<>();
            for (long index : picked.get()) {
                long at = index < 0 ? index + content.get().size() : index;
                if (at < 0 || at >= content.get().size()) {
                    node.conflict("element " + index + " of " + content.get().size());
                    return;
                }
                chosen.add(content.get().get((int) at));
            }
            node.holds(chosen);
        }
    }

    private static void gatherNd(NodeShapes node) {
        Optional<List<Size>> data = node.shape(0);
        Optional<List<Size>> indices = node.shape(1);
        if (data.isEmpty() || indices.isEmpty() || !indices.get().getLast().isKnown()) {
            return;
        }
        int batch = (int) node.node().integer("batch_dims", 0);
        int picked = (int) indices.get().getLast().number().orElse(0) + batch;
        List<Size> sizes = new ArrayList<>(indices.get().subList(0, indices.get().size() - 1));
        if (picked <= data.get().size()) {
            sizes.addAll(data.get().subList(picked, data.get().size()));
            node.out(0, sizes);
        }
    }

    private static void slice(NodeShapes node) {
        Optional<List<Size>> data = node.shape(0);
        Optional<List<Size>> starts = node.content(1);
        Optional<List<Size>> ends = node.content(2);
        if (data.isEmpty()) {
            return;
        }
        int rank = data.get().size();
        Optional<List<Integer>> axes = node.axes(3, rank);
        List<Size> sizes = new ArrayList<>(data.get());
        if (axes.isEmpty()) {
            sizes.replaceAll(s -> node.fresh(0, 0));
            node.out(0, sizes);
            return;
        }
        int count = node.shape(1).map(s -> (int) s.getFirst().number().orElse(0)).orElse(0);
        Optional<Longs> steps = node.numbers(4);
        if (!fits(count, rank, axes.get(), starts, ends, steps)) {
            node.conflict(count + " places of " + rank + " axes");
            return;
        }
        for (int i = 0; i < count; i++) {
            int axis = axes.get().isEmpty() ? i : axes.get().get(i);
            long step = node.has(4) ? (steps.isPresent() ? steps.get().at(i) : 0) : 1;
            Optional<Size> length =
                    starts.isPresent() && ends.isPresent()
                            ? length(
                                    data.get().get(axis),
                                    starts.get().get(i),
                                    ends.get().get(i),
                                    step)
                            : Optional.empty();
            sizes.set(axis, length.orElse(node.fresh(0, axis)));
        }
        node.out(0, sizes);
        hold(node, starts, ends, steps);
    }

    private static boolean fits(
            int count,
            int rank,
            List<Integer> axes,
            Optional<List<Size>> starts,
            Optional<List<Size>> ends,
            Optional<Longs> steps) {
        boolean within = axes.stream().allMatch(axis -> axis >= 0 && axis < rank);
        return within
                && (axes.isEmpty() ? count <= rank : axes.size() == count)
                && starts.map(s -> s.size() == count).orElse(true)
                && ends.map(e -> e.size() == count).orElse(true)
                && steps.map(s -> s.size() == count).orElse(true);
    }

    /// How many elements lie between two places; empty where that cannot be told.
    private static Optional<Size> length(Size size, Size start, Size end, long step) {
        if (size.isKnown() && start.isKnown() && end.isKnown() && step != 0) {
            long n = size.number().orElse(0);
            long from = start.number().orElse(0);
            long to = end.number().orElse(0);
            if (n == 0) {
                return Optional.of(Size.ZERO);
            }
            long a = Math.clamp(from < 0 ? from + n : from, 0, step > 0 ? n : n - 1);
            long b = step > 0 ? Math.clamp(to < 0 ? to + n : to, 0, n) : backwards(to, n);
            long count = step > 0 ? Math.ceilDiv(b - a, step) : Math.ceilDiv(a - b, -step);
            return Optional.of(Size.of(Math.max(0, count)));
        }
        boolean open = end.isKnown() && end.number().orElse(0) > Integer.MAX_VALUE / 2;
        if (step == -1 && start.is(-1) && end.number().orElse(0) < -(1L << 31)) {
            return Optional.of(size);
        }
        if (step != 1 || !start.isKnown()) {
            return Optional.empty();
        }
        long from = start.number().orElse(0);
        if (open || end.equals(size)) {
            return Optional.of(from < 0 ? Size.of(-from) : size.minus(start));
        }
        if (end.isKnown() && end.number().orElse(0) < 0 && from >= 0) {
            return Optional.of(size.plus(end).minus(start));
        }
        return from == 0 && !end.isKnown() ? Optional.of(end) : Optional.empty();
    }

    private static long backwards(long to, long n) {
        return Math.clamp(to < 0 ? to + n : to, -1, n - 1);
    }

    private static void hold(
            NodeShapes node,
            Optional<List<Size>> starts,
            Optional<List<Size>> ends,
            Optional<Longs> steps) {
        Optional<List<Size>> content = node.content(0);
        boolean plain =
                !node.has(4) || steps.filter(s -> s.size() == 1 && s.at(0) == 1).isPresent();
        if (content.isEmpty() || starts.isEmpty() || ends.isEmpty() || !plain) {
            return;
        }
        int n = content.get().size();
        long start = starts.get().getFirst().number().orElse(Long.MIN_VALUE);
        long end = ends.get().getFirst().number().orElse(Long.MIN_VALUE);
        if (start != Long.MIN_VALUE && end != Long.MIN_VALUE) {
            int from = Math.clamp(start < 0 ? start + n : start, 0, n);
            int to = Math.clamp(end < 0 ? end + n : end, from, n);
            node.holds(content.get().subList(from, to));
        }
    }

    private static void split(NodeShapes node) {
        Optional<List<Size>> data = node.shape(0);
        OptionalInt axis =
                data.isPresent() ? node.axis("axis", 0, data.get().size()) : OptionalInt.empty();
        if (data.isEmpty() || axis.isEmpty()) {
            return;
        }
        Optional<List<Size>> lengths = node.content(1);
        Size whole = data.get().get(axis.getAsInt());
        for (int i = 0; i < node.outputs(); i++) {
            List<Size> sizes = new ArrayList<>(data.get());
            Size part =
                    lengths.isPresent() && i < lengths.get().size()
                            ? lengths.get().get(i)
                            : even(whole, i, node);
            sizes.set(axis.getAsInt(), part);
            node.out(i, sizes);
        }
    }

    /// Without lengths all parts are as long as the first, but for a shorter last one.
    private static Size even(Size whole, int index, NodeShapes node) {
        int count = node.outputs();
        if (!whole.isKnown()) {
            return whole.exactQuotient(Size.of(count)).orElseGet(() -> node.fresh(index, 0));
        }
        long n = whole.number().orElse(0);
        long part = Math.ceilDiv(n, count);
        return Size.of(index < count - 1 ? part : n - part * (count - 1));
    }

    private static void topK(NodeShapes node) {
        node.shape(0)
                .ifPresent(
                        data -> {
                            List<Size> sizes = new ArrayList<>(data);
                            node.axis("axis", -1, data.size())
                                    .ifPresent(
                                            axis ->
                                                    sizes.set(
                                                            axis,
                                                            node.content(1)
                                                                    .map(List::getFirst)
                                                                    .orElse(node.fresh(0, axis))));
                            node.out(0, sizes);
                            node.out(1, sizes);
                        });
    }

    private static void nonZero(NodeShapes node) {
        node.shape(0)
                .ifPresent(data -> node.out(0, List.of(Size.of(data.size()), node.fresh(0, 1))));
    }

    private static void oneHot(NodeShapes node) {
        Optional<List<Size>> indices = node.shape(0);
        if (indices.isPresent()) {
            int rank = indices.get().size() + 1;
            List<Size> sizes = new ArrayList<>(indices.get());
            Size depth = node.content(1).map(List::getFirst).orElse(node.fresh(0, rank - 1));
            node.axis("axis", -1, rank).ifPresent(axis -> sizes.add(axis, depth));
            node.out(0, sizes);
        }
    }
}
