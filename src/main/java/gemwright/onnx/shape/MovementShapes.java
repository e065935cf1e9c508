package gemwright.onnx.shape;

import gemwright.onnx.Longs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Operators that arrange the same elements anew.
final class MovementShapes {
    static final Map<String, ShapeRule> RULES = new HashMap<>();

    static {
        RULES.put("Transpose", MovementShapes::transpose);
        RULES.put("Reshape", MovementShapes::reshape);
        RULES.put("Flatten", MovementShapes::flatten);
        RULES.put("Squeeze", MovementShapes::squeeze);
        RULES.put("Unsqueeze", MovementShapes::unsqueeze);
        RULES.put("Expand", MovementShapes::expand);
        RULES.put("Tile", MovementShapes::tile);
        RULES.put("Concat", MovementShapes::concat);
        RULES.put("DepthToSpace", node -> blocks(node, true));
        RULES.put("SpaceToDepth", node -> blocks(node, false));
    }

    private MovementShapes() {}

    /// The product of sizes.
    static Size product(List<Size> sizes) {
        return sizes.stream().reduce(Size.ONE, Size::times);
    }

    private static void transpose(NodeShapes node) {
        Optional<List<Size>> shape = node.shape(0);
        if (shape.isEmpty()) {
            return;
        }
        Longs order = node.node().integers("perm");
        List<Size> from = shape.get();
        if (order.isEmpty()) {
            node.out(0, from.reversed());
        } else if (order.size() != from.size()) {
            node.conflict(order + " of " + from);
        } else {
            node.out(0, order.stream().map(i -> from.get(i.intValue())).toList());
        }
    }

    private static void reshape(NodeShapes node) {
        Optional<List<Size>> target = node.content(1);
        if (target.isEmpty()) {
            node.shape(1)
                    .filter(s -> s.size() == 1 && s.getFirst().isKnown())
                    .ifPresent(s -> node.out(0, unknown(node, s.getFirst())));
            return;
        }
        Optional<List<Size>> from = node.shape(0);
        boolean zeroIsZero = node.node().integer("allowzero", 0) != 0;
        List<Size> sizes = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < target.get().size(); i++) {
            Size size = target.get().get(i);
            boolean copied = size.is(0) && !zeroIsZero;
            if (size.is(-1)) {
                open = i;
            }
            boolean given = copied && from.isPresent() && i < from.get().size();
            sizes.add(given ? from.get().get(i) : copied ? node.fresh(0, i) : size);
        }
        if (open >= 0) {
            sizes.set(open, Size.ONE);
            sizes.set(open, rest(from, sizes, node, open));
        } else if (from.isPresent()) {
            checkCount(from.get(), sizes, node);
        }
        node.out(0, sizes);
        SizeShapes.pass(node);
    }

    private static Size rest(
            Optional<List<Size>> from, List<Size> sizes, NodeShapes node, int open) {
        if (from.isEmpty()) {
            return node.fresh(0, open);
        }
        Size all = product(from.get());
        Size others = product(sizes);
        Optional<Size> rest = all.exactQuotient(others);
        if (rest.isEmpty() && all.isKnown() && others.isKnown()) {
            node.conflict(from.get() + " to " + sizes);
        }
        return rest.orElseGet(() -> node.fresh(0, open));
    }

    /// A number of elements that depends on a free size is never a constant.
    private static void checkCount(List<Size> from, List<Size> to, NodeShapes node) {
        Size before = product(from);
        Size after = product(to);
        boolean differ = !before.equals(after) && before.names().equals(after.names());
        if (differ || (before.isKnown() != after.isKnown() && !isComputed(before, after))) {
            node.conflict(from + " to " + to);
        }
    }

    /// Whether one of them holds a size whose value only the model's run tells.
    private static boolean isComputed(Size a, Size b) {
        return a.names().stream().anyMatch(n -> n.indexOf('.') >= 0 || n.indexOf('(') >= 0)
                || b.names().stream().anyMatch(n -> n.indexOf('.') >= 0 || n.indexOf('(') >= 0);
    }

    private static List<Size> unknown(NodeShapes node, Size rank) {
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < rank.number().orElse(0); i++) {
            sizes.add(node.fresh(0, i));
        }
        return sizes;
    }

    private static void flatten(NodeShapes node) {
        node.shape(0)
                .ifPresent(
                        from -> {
                            long axis = node.node().integer("axis", 1);
                            int at = (int) (axis < 0 ? axis + from.size() : axis);
                            List<Size> front = from.subList(0, at);
                            List<Size> back = from.subList(at, from.size());
                            node.out(0, List.of(product(front), product(back)));
                        });
    }

    private static void squeeze(NodeShapes node) {
        Optional<List<Size>> from = node.shape(0);
        Optional<List<Integer>> axes = from.flatMap(f -> node.axes(1, f.size()));
        if (from.isPresent() && axes.isPresent()) {
            List<Size> sizes = new ArrayList<>();
            for (int i = 0; i < from.get().size(); i++) {
                boolean all = axes.get().isEmpty() && from.get().get(i).is(1);
                if (!all && !axes.get().contains(i)) {
                    sizes.add(from.get().get(i));
                }
            }
            node.out(0, sizes);
        }
        SizeShapes.pass(node);
    }

    private static void unsqueeze(NodeShapes node) {
        Optional<List<Size>> from = node.shape(0);
        if (from.isPresent()) {
            int count = node.has(1) ? node.numbers(1).map(Longs::size).orElse(-1) : -1;
            int more = count >= 0 ? count : node.node().integers("axes").size();
            int rank = from.get().size() + more;
            Optional<List<Integer>> axes = node.axes(1, rank).filter(a -> a.size() == more);
            boolean within =
                    axes.isPresent()
                            && axes.get().stream().distinct().count() == more
                            && axes.get().stream().allMatch(a -> a >= 0 && a < rank);
            if (axes.isPresent() && !within) {
                node.conflict("the axes " + axes.get() + " of " + rank);
            } else if (axes.isPresent()) {
                List<Size> sizes = new ArrayList<>();
                int next = 0;
                for (int i = 0; i < rank; i++) {
                    boolean added = axes.get().contains(i);
                    sizes.add(added ? Size.ONE : from.get().get(next++));
                }
                node.out(0, sizes);
            }
        }
        SizeShapes.pass(node);
    }

    private static void expand(NodeShapes node) {
        Optional<List<Size>> from = node.shape(0);
        Optional<List<Size>> target = node.content(1);
        if (from.isPresent() && target.isPresent()) {
            ElementwiseShapes.of(from.get(), target.get(), node).ifPresent(s -> node.out(0, s));
        } else {
            node.shape(1)
                    .filter(s -> s.size() == 1 && s.getFirst().isKnown())
                    .ifPresent(s -> node.out(0, unknown(node, s.getFirst())));
        }
    }

    private static void tile(NodeShapes node) {
        Optional<List<Size>> from = node.shape(0);
        Optional<List<Size>> repeats = node.content(1);
        if (from.isEmpty()) {
            return;
        }
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < from.get().size(); i++) {
            boolean known = repeats.isPresent() && i < repeats.get().size();
            sizes.add(known ? from.get().get(i).times(repeats.get().get(i)) : node.fresh(0, i));
        }
        node.out(0, sizes);
    }

    private static void concat(NodeShapes node) {
        SizeShapes.concat(node);
        Optional<List<Size>> first = node.shape(0);
        OptionalInt axis =
                first.isPresent() ? node.axis("axis", 0, first.get().size()) : OptionalInt.empty();
        if (first.isEmpty() || axis.isEmpty()) {
            return;
        }
        List<Size> sizes = new ArrayList<>(first.get());
        for (int i = 1; i < node.inputs(); i++) {
            Optional<List<Size>> next = node.shape(i).filter(s -> s.size() == sizes.size());
            if (next.isEmpty()) {
                node.shape(i).ifPresent(s -> node.conflict(sizes + " and " + s));
                return;
            }
            for (int d = 0; d < sizes.size(); d++) {
                Size one = sizes.get(d);
                Size two = next.get().get(d);
                if (d == axis.getAsInt()) {
                    sizes.set(d, one.plus(two));
                } else {
                    node.same(one, two);
                    sizes.set(d, two.isKnown() ? two : one);
                }
            }
        }
        node.out(0, sizes);
    }

    private static void blocks(NodeShapes node, boolean toSpace) {
        Optional<List<Size>> from = node.shape(0).filter(s -> s.size() == 4);
        if (from.isPresent()) {
            Size block = Size.of(node.node().integer("blocksize", 1));
            Size area = block.times(block);
            List<Size> s = from.get();
            node.out(
                    0,
                    toSpace
                            ? List.of(
                                    s.get(0),
                                    s.get(1).floorQuotient(area),
                                    s.get(2).times(block),
                                    s.get(3).times(block))
                            : List.of(
                                    s.get(0),
                                    s.get(1).times(area),
                                    s.get(2).floorQuotient(block),
                                    s.get(3).floorQuotient(block)));
        }
    }
}
