package gemwright.onnx.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// Operators that make sizes of shapes, or compute with sizes.
final class SizeShapes {
    static final Map<String, ShapeRule> RULES = new HashMap<>();

    private static final Map<String, BinaryOperator<Size>> ARITHMETIC =
            Map.of(
                    "Add", Size::plus,
                    "Sub", Size::minus,
                    "Mul", Size::times,
                    "Min", Size::least,
                    "Max", Size::most,
                    "Mod", Size::remainder);

    static {
        RULES.put("Shape", SizeShapes::shapeOf);
        RULES.put("Size", SizeShapes::sizeOf);
        RULES.put("ConstantOfShape", SizeShapes::filled);
        RULES.put("Range", SizeShapes::range);
        RULES.put("If", SizeShapes::branches);
    }

    private SizeShapes() {}

    private static void shapeOf(NodeShapes node) {
        Optional<List<Size>> shape = node.shape(0);
        if (shape.isEmpty()) {
            return;
        }
        int rank = shape.get().size();
        int start = place(node.node().integer("start", 0), rank);
        int end = place(node.node().integer("end", rank), rank);
        List<Size> content = start < end ? shape.get().subList(start, end) : List.of();
        node.out(0, List.of(Size.of(content.size())));
        node.holds(content);
    }

    private static int place(long given, int rank) {
        return Math.clamp(given < 0 ? given + rank : given, 0, rank);
    }

    private static void sizeOf(NodeShapes node) {
        node.out(0, List.of());
        node.shape(0).ifPresent(shape -> node.holds(List.of(MovementShapes.product(shape))));
    }

    private static void filled(NodeShapes node) {
        node.content(0).ifPresent(sizes -> node.out(0, sizes));
    }

    private static void range(NodeShapes node) {
        Optional<Size> start = scalar(node, 0);
        Optional<Size> limit = scalar(node, 1);
        Optional<Size> step = scalar(node, 2);
        Optional<Size> count =
                start.isPresent() && limit.isPresent() && step.isPresent()
                        ? count(limit.get().minus(start.get()), step.get())
                        : Optional.empty();
        node.out(0, List.of(count.orElseGet(() -> node.fresh(0, 0))));
    }

    /// How many steps fit; the last one may be shorter.
    private static Optional<Size> count(Size way, Size step) {
        if (way.isKnown() && step.isKnown() && !step.is(0)) {
            long steps = Math.ceilDiv(way.number().orElse(0), step.number().orElse(1));
            return Optional.of(Size.of(Math.max(0, steps)));
        }
        return step.is(0) ? Optional.empty() : way.exactQuotient(step);
    }

    private static Optional<Size> scalar(NodeShapes node, int input) {
        return node.content(input).filter(c -> c.size() == 1).map(List::getFirst);
    }

    /// Both branches give the same shape, or only the rank is told.
    private static void branches(NodeShapes node) {
        for (int i = 0; i < node.outputs(); i++) {
            int output = i;
            List<List<Size>> shapes = new ArrayList<>();
            node.node()
                    .subGraphs()
                    .forEach(
                            branch ->
                                    branch.outputs()
                                            .get(output)
                                            .shape()
                                            .ifPresent(
                                                    s ->
                                                            shapes.add(
                                                                    fresh(
                                                                            node, output,
                                                                            s.rank()))));
            if (shapes.size() == 2 && shapes.get(0).size() == shapes.get(1).size()) {
                node.out(output, shapes.getFirst());
            }
        }
    }

    private static List<Size> fresh(NodeShapes node, int output, int rank) {
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            sizes.add(node.fresh(output, i));
        }
        return sizes;
    }

    /// Content that goes through unchanged.
    static void pass(NodeShapes node) {
        boolean passes =
                switch (node.node().operator()) {
                    case "Identity", "Reshape", "Squeeze", "Unsqueeze" -> true;
                    case "Cast" ->
                            node.node().integer("to", 0) == 7 || node.node().integer("to", 0) == 6;
                    default -> false;
                };
        if (passes) {
            node.content(0).ifPresent(node::holds);
        }
    }

    /// Content that is computed from two of the same length, or from one and a single number.
    static void compute(NodeShapes node) {
        BinaryOperator<Size> operation = operation(node.node().operator());
        Optional<List<Size>> a = node.content(0);
        Optional<List<Size>> b = node.content(1);
        if (operation == null || node.inputs() != 2 || a.isEmpty() || b.isEmpty()) {
            return;
        }
        int length = Math.max(a.get().size(), b.get().size());
        if (Math.min(a.get().size(), b.get().size()) != length
                && a.get().size() != 1
                && b.get().size() != 1) {
            return;
        }
        List<Size> content = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Size one = a.get().get(a.get().size() == 1 ? 0 : i);
            Size two = b.get().get(b.get().size() == 1 ? 0 : i);
            content.add(operation.apply(one, two));
        }
        node.holds(content);
    }

    /// ONNX divides towards zero: the same as rounding down for sizes, which are not negative.
    private static @org.jspecify.annotations.Nullable BinaryOperator<Size> operation(
            String operator) {
        return operator.equals("Div") ? Size::floorQuotient : ARITHMETIC.get(operator);
    }

    static void concat(NodeShapes node) {
        List<Size> content = new ArrayList<>();
        for (int i = 0; i < node.inputs(); i++) {
            Optional<List<Size>> next = node.content(i);
            boolean vector = node.shape(i).filter(s -> s.size() == 1).isPresent();
            if (next.isEmpty() || !vector) {
                return;
            }
            content.addAll(next.get());
        }
        node.holds(content);
    }
}
