package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.List;

/// `x[i, :, j]` with tensors as indices: they are stretched to each other, and their common shape
/// takes the place of the axes that they pick from; at the front where a colon stands between them
/// (the rule of numpy, "advanced indexing").
final class IndexByTensors {
    private IndexByTensors() {}

    static AtenValue index(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        List<Integer> axes = new ArrayList<>();
        List<Value> indices = new ArrayList<>();
        int axis = 0;
        for (AtenValue item : in.items("indices")) {
            if (item instanceof AtenValue.OfTensor(Value index)) {
                axes.add(axis);
                indices.add(index);
            } else if (!(item instanceof AtenValue.None)) {
                throw in.refused("indices");
            }
            axis++;
        }
        boolean mask =
                indices.size() == 1
                        && axes.getFirst() == 0
                        && indices.getFirst().type() == ElementType.BOOL;
        if (mask) {
            Value places = g.transpose(g.op("NonZero", indices.getFirst()), 1, 0);
            return AtenValue.of(g.op("GatherND", x, places));
        }
        if (indices.stream().anyMatch(v -> !v.type().isInteger()) || indices.isEmpty()) {
            throw in.refused("indices");
        }
        if (indices.size() == 1) {
            return AtenValue.of(
                    g.node("Gather")
                            .inputs(x, indices.getFirst())
                            .attribute("axis", (long) axes.getFirst())
                            .output());
        }
        return AtenValue.of(several(x, axes, indices, g));
    }

    private static Value several(Value x, List<Integer> axes, List<Value> indices, AtenGraph g)
            throws Problem {
        int rank = g.rank(x);
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            if (!axes.contains(i)) {
                others.add(i);
            }
        }
        List<Integer> order = new ArrayList<>(axes);
        order.addAll(others);
        Value turned = g.transpose(x, order.stream().mapToLong(Integer::longValue).toArray());
        Value places = places(indices, g);
        int common = g.rank(places) - 1;
        Value picked = g.op("GatherND", turned, places);
        boolean together = axes.getLast() - axes.getFirst() == axes.size() - 1;
        int front = together ? axes.getFirst() : 0;
        if (front == 0) {
            return picked;
        }
        long[] back = new long[common + others.size()];
        for (int i = 0; i < back.length; i++) {
            back[i] = i < front ? common + i : i < front + common ? i - front : i;
        }
        return g.transpose(picked, back);
    }

    /// The indices side by side along a last axis of their own.
    private static Value places(List<Value> indices, AtenGraph g) throws Problem {
        List<Size> common = List.of();
        for (Value index : indices) {
            common = stretched(common, g.shape(index));
        }
        List<Value> columns = new ArrayList<>();
        for (Value index : indices) {
            Value wide = Movements.expanded(g.cast(index, ElementType.INT64), common, g);
            columns.add(g.unsqueeze(wide, common.size()));
        }
        return g.node("Concat").inputs(columns).attribute("axis", (long) common.size()).output();
    }

    private static List<Size> stretched(List<Size> a, List<Size> b) {
        List<Size> sizes = new ArrayList<>();
        int rank = Math.max(a.size(), b.size());
        for (int i = 0; i < rank; i++) {
            Size one = i < rank - a.size() ? Size.ONE : a.get(i - rank + a.size());
            Size two = i < rank - b.size() ? Size.ONE : b.get(i - rank + b.size());
            sizes.add(one.is(1) ? two : one);
        }
        return sizes;
    }
}
