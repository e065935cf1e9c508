package gemwright.onnx.transpose;

import gemwright.onnx.Attribute;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Operators that cut out, fill up or stretch along several axes.
final class WindowRules {
    static final Map<String, Rule> RULES = new HashMap<>();

    static {
        RULES.put("Slice", WindowRules::slice);
        RULES.put("Pad", WindowRules::pad);
        RULES.put("Resize", WindowRules::resize);
    }

    private WindowRules() {}

    private static boolean slice(Node node, Arrangement at) {
        Optional<Held> x = at.turned(node.inputs().getFirst());
        if (x.isEmpty() || node.inputs().size() < 3) {
            return false;
        }
        Optional<Longs> starts = at.numbers(node, 1);
        boolean given = node.inputs().size() > 3 && !node.inputs().get(3).isEmpty();
        Optional<Longs> axes =
                given
                        ? at.numbers(node, 3)
                        : starts.map(s -> Permutation.identity(s.size()).order());
        if (axes.isEmpty()) {
            return false;
        }
        Permutation order = x.get().order();
        long[] moved = sources(axes.get(), order).toLongs();
        List<String> inputs = new ArrayList<>(at.onSource(node).inputs());
        inputs.subList(Math.min(3, inputs.size()), Math.min(4, inputs.size())).clear();
        inputs.add(3, at.vector("axes", moved));
        at.carry(node.withInputs(inputs), order);
        return true;
    }

    /// Axes of the source, in the order in which they were given.
    private static Longs sources(Longs axes, Permutation order) {
        return Longs.of(
                axes.stream()
                        .mapToLong(a -> order.source((int) (a < 0 ? a + order.rank() : a)))
                        .toArray());
    }

    private static boolean pad(Node node, Arrangement at) {
        Optional<Held> x = at.turned(node.inputs().getFirst());
        Optional<Longs> pads = at.numbers(node, 1);
        boolean axes = node.inputs().size() > 3 && !node.inputs().get(3).isEmpty();
        if (x.isEmpty() || pads.isEmpty() || axes) {
            return false;
        }
        Permutation order = x.get().order();
        int rank = order.rank();
        if (pads.get().size() != 2 * rank) {
            return false;
        }
        long[] moved = new long[2 * rank];
        for (int i = 0; i < rank; i++) {
            moved[order.source(i)] = pads.get().at(i);
            moved[rank + order.source(i)] = pads.get().at(rank + i);
        }
        List<String> inputs = new ArrayList<>(at.onSource(node).inputs());
        inputs.set(1, at.vector("pads", moved));
        at.carry(node.withInputs(inputs), order);
        return true;
    }

    /// Scales or sizes for every axis.
    private static boolean resize(Node node, Arrangement at) {
        Optional<Held> x = at.turned(node.inputs().getFirst());
        boolean plain = node.inputs().size() > 2 && node.inputs().get(1).isEmpty();
        if (x.isEmpty() || !plain) {
            return false;
        }
        Permutation order = x.get().order();
        Longs axes = node.integers("axes");
        if (!axes.isEmpty()) {
            Node moved =
                    Arrangement.with(
                            at.onSource(node), new Attribute.OfInts("axes", sources(axes, order)));
            at.carry(moved, order);
            return true;
        }
        List<String> inputs = new ArrayList<>(at.onSource(node).inputs());
        for (int i = 2; i < inputs.size(); i++) {
            String input = inputs.get(i);
            Optional<Tensor> given = input.isEmpty() ? Optional.empty() : at.constant(input);
            if (given.isPresent() && given.get().size() != order.rank()) {
                return false;
            }
            if (given.isPresent()) {
                inputs.set(i, at.remembered(moved(given.get(), order)));
            } else if (!input.isEmpty()) {
                inputs.set(i, at.picked(input, order.inverse()));
            }
        }
        at.carry(node.withInputs(inputs), order);
        return true;
    }

    private static Tensor moved(Tensor perAxis, Permutation order) {
        if (perAxis.type().isFloating()) {
            float[] from = perAxis.floats();
            float[] to = new float[from.length];
            for (int i = 0; i < to.length; i++) {
                to[order.source(i)] = from[i];
            }
            return perAxis.with(perAxis.type(), perAxis.shape(), TensorData.of(to));
        }
        long[] from = perAxis.longs();
        long[] to = new long[from.length];
        for (int i = 0; i < to.length; i++) {
            to[order.source(i)] = from[i];
        }
        return perAxis.with(perAxis.type(), perAxis.shape(), TensorData.of(to));
    }
}
