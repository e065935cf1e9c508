package gemwright.onnx.transpose;

import gemwright.onnx.Attribute;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;
import gemwright.onnx.Tensor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Operators that work along one axis and keep the rank.
final class AxisRules {
    static final Map<String, Rule> RULES = new HashMap<>();

    /// From this version on `Softmax` works along one axis, before that on all from there on.
    private static final long ONE_AXIS_SINCE = 13;

    static {
        for (String softmax : List.of("Softmax", "LogSoftmax", "Hardmax")) {
            RULES.put(softmax, (node, at) -> at.opset() >= ONE_AXIS_SINCE && along(node, -1, at));
        }
        RULES.put("LpNormalization", (node, at) -> along(node, -1, at));
        RULES.put("Split", AxisRules::split);
        RULES.put("Concat", AxisRules::concat);
        RULES.put("QuantizeLinear", AxisRules::scaled);
        RULES.put("DequantizeLinear", AxisRules::scaled);
    }

    private AxisRules() {}

    private static boolean along(Node node, long otherwise, Arrangement at) {
        Optional<Held> x = at.turned(node.inputs().getFirst());
        if (x.isEmpty()) {
            return false;
        }
        Permutation order = x.get().order();
        at.carry(moved(at.onSource(node), order, otherwise), order);
        return true;
    }

    private static Node moved(Node node, Permutation order, long otherwise) {
        long axis = node.integer("axis", otherwise);
        int source = order.source((int) (axis < 0 ? axis + order.rank() : axis));
        return Arrangement.with(node, new Attribute.OfInt("axis", source));
    }

    private static boolean split(Node node, Arrangement at) {
        boolean constant =
                node.inputs().size() < 2 || at.constant(node.inputs().get(1)).isPresent();
        return constant && along(node, 0, at);
    }

    private static boolean concat(Node node, Arrangement at) {
        Optional<Permutation> order = at.order(node);
        if (order.isEmpty()) {
            return false;
        }
        Permutation in = order.get();
        List<String> all = node.inputs();
        boolean possible = all.stream().allMatch(i -> hasRank(i, in, at) && at.canHave(in, i));
        long costly = all.stream().filter(i -> !at.isFree(in, i)).count();
        if (!possible || costly > all.size() / 2) {
            return false;
        }
        List<String> inputs = all.stream().map(i -> at.in(in, i)).toList();
        at.carry(moved(node, in, 0).withInputs(inputs), in);
        return true;
    }

    /// Constants here are as large as the others, none broadcasts.
    private static boolean hasRank(String input, Permutation order, Arrangement at) {
        return at.rank(input).orElse(-1) == order.rank()
                && at.constant(input).map(t -> t.size() != 1).orElse(true);
    }

    /// A scale for all, or one a place along an axis; blocks are left as they are.
    private static boolean scaled(Node node, Arrangement at) {
        if (node.integer("block_size", 0) != 0) {
            return false;
        }
        Optional<Longs> scale = at.constant(node.inputs().get(1)).map(Tensor::shape);
        if (scale.isEmpty() || scale.get().size() > 1) {
            return false;
        }
        Optional<Held> x = at.turned(node.inputs().getFirst());
        boolean byPlace = scale.get().stream().anyMatch(length -> length != 1);
        if (x.isEmpty() || byPlace) {
            return along(node, 1, at);
        }
        at.carry(at.onSource(node), x.get().order());
        return true;
    }
}
