package gemwright.onnx.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Operators that make one element of many along axes.
final class ReductionShapes {
    static final Map<String, ShapeRule> RULES = new HashMap<>();

    private static final String REDUCE =
            "ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin"
                    + " ReduceProd ReduceSum ReduceSumSquare";

    static {
        for (String operator : REDUCE.split(" ", -1)) {
            RULES.put(operator, ReductionShapes::reduce);
        }
        RULES.put("ArgMax", ReductionShapes::place);
        RULES.put("ArgMin", ReductionShapes::place);
        RULES.put("GlobalAveragePool", ReductionShapes::global);
        RULES.put("GlobalMaxPool", ReductionShapes::global);
        RULES.put("GlobalLpPool", ReductionShapes::global);
    }

    private ReductionShapes() {}

    private static void reduce(NodeShapes node) {
        Optional<List<Size>> data = node.shape(0);
        if (data.isEmpty()) {
            return;
        }
        Optional<List<Integer>> axes = node.axes(1, data.get().size());
        if (axes.isPresent()) {
            boolean nothing = node.node().integer("noop_with_empty_axes", 0) != 0;
            List<Integer> all = new ArrayList<>(axes.get());
            for (int i = 0; i < data.get().size() && axes.get().isEmpty() && !nothing; i++) {
                all.add(i);
            }
            without(node, data.get(), all);
        }
        if (node.node().operator().equals("ReduceProd")) {
            node.content(0).ifPresent(c -> node.holds(List.of(MovementShapes.product(c))));
        }
    }

    private static void place(NodeShapes node) {
        node.shape(0)
                .ifPresent(
                        data ->
                                node.axis("axis", 0, data.size())
                                        .ifPresent(axis -> without(node, data, List.of(axis))));
    }

    private static void without(NodeShapes node, List<Size> data, List<Integer> axes) {
        boolean kept = node.node().integer("keepdims", 1) != 0;
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            if (!axes.contains(i)) {
                sizes.add(data.get(i));
            } else if (kept) {
                sizes.add(Size.ONE);
            }
        }
        node.out(0, sizes);
    }

    private static void global(NodeShapes node) {
        node.shape(0)
                .ifPresent(
                        data -> {
                            List<Size> sizes = new ArrayList<>(data);
                            for (int i = 2; i < sizes.size(); i++) {
                                sizes.set(i, Size.ONE);
                            }
                            node.out(0, sizes);
                        });
    }
}
