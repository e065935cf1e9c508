package gemwright.onnx.transpose;

import gemwright.onnx.Attribute;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;
import gemwright.onnx.Tensor;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// `Transpose` itself, and operators that give the same elements another rank.
final class RankRules {
    static final Map<String, Rule> RULES = new HashMap<>();

    static {
        RULES.put("Transpose", RankRules::transpose);
        RULES.put("Squeeze", (node, at) -> constant(node, at) || squeeze(node, at));
        RULES.put("Unsqueeze", (node, at) -> constant(node, at) || unsqueeze(node, at));
        RULES.put("Reshape", (node, at) -> constant(node, at) || reshape(node, at));
        RULES.put("Flatten", RankRules::flatten);
    }

    private RankRules() {}

    private static boolean transpose(Node node, Arrangement at) {
        String input = node.inputs().getFirst();
        Optional<Held> from = at.held(input);
        Longs given = node.integers("perm");
        int rank = given.isEmpty() ? at.rank(input).orElse(0) : given.size();
        if (rank == 0) {
            return false;
        }
        Permutation order =
                given.isEmpty()
                        ? Permutation.of(
                                IntStream.range(0, rank).mapToLong(i -> rank - 1 - i).toArray())
                        : new Permutation(given);
        String source = from.map(Held::source).orElse(input);
        Optional<Tensor> constant = at.constant(source);
        Permutation whole = from.map(Held::order).orElse(Permutation.identity(rank)).then(order);
        Optional<Tensor> folded = constant.flatMap(t -> PermutedTensor.of(t, whole));
        String output = node.outputs().getFirst();
        if (folded.isPresent()) {
            at.holdConstant(output, folded.get().withName(output));
        } else {
            at.hold(output, new Held(source, whole));
        }
        return true;
    }

    /// A constant in another shape is another constant.
    private static boolean constant(Node node, Arrangement at) {
        String input =
                at.held(node.inputs().getFirst())
                        .map(Held::source)
                        .orElse(node.inputs().getFirst());
        Optional<Tensor> constant = at.constant(input);
        String output = node.outputs().getFirst();
        Optional<List<Size>> shape = at.shape(output);
        boolean known = shape.isPresent() && shape.get().stream().allMatch(Size::isKnown);
        if (constant.isEmpty() || !known || at.turned(node.inputs().getFirst()).isPresent()) {
            return false;
        }
        Longs sizes = Longs.of(shape.get().stream().mapToLong(s -> s.number().orElse(0)).toArray());
        Tensor reshaped = constant.get().with(constant.get().type(), sizes, constant.get().data());
        if (reshaped.size() != constant.get().size()) {
            return false;
        }
        at.holdConstant(output, reshaped.withName(output));
        return true;
    }

    private static Optional<Longs> axes(Node node, Arrangement at) {
        return node.inputs().size() > 1
                ? at.numbers(node, 1)
                : Optional.of(node.integers("axes")).filter(a -> !a.isEmpty());
    }

    private static Node onAxes(Node node, String source, long[] axes, Arrangement at) {
        return node.inputs().size() > 1
                ? node.withInputs(List.of(source, at.vector("axes", axes)))
                : Arrangement.with(
                        node.withInputs(List.of(source)),
                        new Attribute.OfInts("axes", Longs.of(axes)));
    }

    private static boolean squeeze(Node node, Arrangement at) {
        Optional<Held> x = at.turned(node.inputs().getFirst());
        Optional<Longs> given = axes(node, at);
        if (x.isEmpty() || given.isEmpty()) {
            return false;
        }
        Permutation order = x.get().order();
        long[] axes = ReductionRules.sources(given.get(), order);
        at.carry(onAxes(node, x.get().source(), axes, at), ReductionRules.without(order, axes));
        return true;
    }

    /// The new axes come first in the source; the order puts them where they belong.
    private static boolean unsqueeze(Node node, Arrangement at) {
        Optional<Held> x = at.turned(node.inputs().getFirst());
        Optional<Longs> given = axes(node, at);
        if (x.isEmpty() || given.isEmpty()) {
            return false;
        }
        Permutation order = x.get().order();
        int more = given.get().size();
        int rank = order.rank() + more;
        List<Long> axes = given.get().stream().map(a -> a < 0 ? a + rank : a).sorted().toList();
        long[] whole = new long[rank];
        int added = 0;
        int kept = 0;
        for (int i = 0; i < rank; i++) {
            whole[i] = axes.contains((long) i) ? added++ : more + order.source(kept++);
        }
        long[] front = LongStream.range(0, more).toArray();
        at.carry(onAxes(node, x.get().source(), front, at), Permutation.of(whole));
        return true;
    }

    /// The elements of a value lie as those of its source where only axes of one element moved.
    private static boolean reshape(Node node, Arrangement at) {
        Optional<Held> x = at.turned(node.inputs().getFirst());
        Optional<Longs> target = at.numbers(node, 1);
        Optional<List<Size>> shape = at.shape(node.inputs().getFirst());
        if (x.isEmpty() || target.isEmpty() || shape.isEmpty()) {
            return false;
        }
        Permutation order = x.get().order();
        if (!liesAlike(shape.get(), order)) {
            return false;
        }
        boolean zeroCopies = node.integer("allowzero", 0) == 0;
        List<Size> source = source(shape.get(), order);
        for (int i = 0; i < target.get().size(); i++) {
            boolean copies = zeroCopies && target.get().at(i) == 0;
            if (copies && !(i < source.size() && source.get(i).equals(shape.get().get(i)))) {
                return false;
            }
        }
        Permutation same = Permutation.identity(target.get().size());
        at.carry(node.withInputs(List.of(x.get().source(), at.plain(node.inputs().get(1)))), same);
        return true;
    }

    private static boolean flatten(Node node, Arrangement at) {
        Optional<Held> x = at.turned(node.inputs().getFirst());
        Optional<List<Size>> shape = at.shape(node.inputs().getFirst());
        if (x.isEmpty() || shape.isEmpty()) {
            return false;
        }
        Permutation order = x.get().order();
        long axis = node.integer("axis", 1);
        int before = (int) (axis < 0 ? axis + order.rank() : axis);
        List<Size> source = source(shape.get(), order);
        boolean sameFront = source.subList(0, before).equals(shape.get().subList(0, before));
        if (!sameFront || !liesAlike(shape.get(), order)) {
            return false;
        }
        at.carry(node.withInputs(List.of(x.get().source())), Permutation.identity(2));
        return true;
    }

    private static List<Size> source(List<Size> shape, Permutation order) {
        Permutation back = order.inverse();
        List<Size> source = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            source.add(shape.get(back.source(i)));
        }
        return source;
    }

    private static boolean liesAlike(List<Size> shape, Permutation order) {
        int last = -1;
        for (int i = 0; i < shape.size(); i++) {
            if (!shape.get(i).is(1)) {
                if (order.source(i) < last) {
                    return false;
                }
                last = order.source(i);
            }
        }
        return true;
    }
}
