package gemwright.onnx.transpose;

import gemwright.onnx.Attribute;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// Operators that take axes together.
final class ReductionRules {
    static final Map<String, Rule> RULES = new HashMap<>();

    static {
        for (String reduction :
                List.of("L1", "L2", "LogSum", "LogSumExp", "Max", "Mean", "Min", "Prod", "Sum")) {
            RULES.put("Reduce" + reduction, ReductionRules::reduce);
        }
        RULES.put("ReduceSumSquare", ReductionRules::reduce);
        RULES.put("ArgMax", ReductionRules::largest);
        RULES.put("ArgMin", ReductionRules::largest);
    }

    private ReductionRules() {}

    private static boolean reduce(Node node, Arrangement at) {
        Optional<Held> x = at.turned(node.inputs().getFirst());
        boolean byInput = node.inputs().size() > 1 && !node.inputs().get(1).isEmpty();
        Optional<Longs> given = byInput ? at.numbers(node, 1) : Optional.of(node.integers("axes"));
        if (x.isEmpty() || given.isEmpty() || given.get().isEmpty()) {
            return false;
        }
        Permutation order = x.get().order();
        long[] axes = sources(given.get(), order);
        Node moved = node.withInputs(List.of(x.get().source()));
        moved =
                byInput
                        ? moved.withInputs(List.of(x.get().source(), at.vector("axes", axes)))
                        : Arrangement.with(moved, new Attribute.OfInts("axes", Longs.of(axes)));
        boolean keeps = node.integer("keepdims", 1) != 0;
        at.carry(moved, keeps ? order : without(order, axes));
        return true;
    }

    private static boolean largest(Node node, Arrangement at) {
        Optional<Held> x = at.turned(node.inputs().getFirst());
        if (x.isEmpty()) {
            return false;
        }
        Permutation order = x.get().order();
        long[] axis = sources(Longs.of(node.integer("axis", 0)), order);
        Node moved =
                Arrangement.with(
                        node.withInputs(List.of(x.get().source())),
                        new Attribute.OfInt("axis", axis[0]));
        boolean keeps = node.integer("keepdims", 1) != 0;
        at.carry(moved, keeps ? order : without(order, axis));
        return true;
    }

    /// Axes of the source, in ascending order.
    static long[] sources(Longs axes, Permutation order) {
        return LongStream.of(axes.toLongs())
                .map(a -> order.source((int) (a < 0 ? a + order.rank() : a)))
                .sorted()
                .toArray();
    }

    /// What is left of an order when axes of the source are gone.
    static Permutation without(Permutation order, long[] sources) {
        Set<Long> gone = new HashSet<>();
        LongStream.of(sources).forEach(gone::add);
        List<Long> left = new ArrayList<>();
        for (long source : order.order()) {
            if (!gone.contains(source)) {
                left.add(source - LongStream.of(sources).filter(s -> s < source).count());
            }
        }
        return new Permutation(Longs.of(left.stream().mapToLong(Long::longValue).toArray()));
    }
}
