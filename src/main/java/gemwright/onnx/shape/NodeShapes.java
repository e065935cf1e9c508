package gemwright.onnx.shape;

import gemwright.onnx.Floats;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A node as a [ShapeRule] sees it.
final class NodeShapes {
    private final Node node;
    private final ShapeTracker tracker;

    NodeShapes(Node node, ShapeTracker tracker) {
        this.node = node;
        this.tracker = tracker;
    }

    Node node() {
        return node;
    }

    int inputs() {
        return node.inputs().size();
    }

    int outputs() {
        return node.outputs().size();
    }

    boolean has(int input) {
        return input < inputs() && !node.inputs().get(input).isEmpty();
    }

    /// Sizes of an input.
    Optional<List<Size>> shape(int input) {
        return has(input) ? tracker.shape(node.inputs().get(input)) : Optional.empty();
    }

    /// The whole numbers that an input holds, in row-major order.
    Optional<List<Size>> content(int input) {
        return has(input) ? tracker.content(node.inputs().get(input)) : Optional.empty();
    }

    /// The floats of an input that is a short constant.
    Optional<Floats> scales(int input) {
        return has(input) ? tracker.scales(node.inputs().get(input)) : Optional.empty();
    }

    /// The numbers of an input that are all known.
    Optional<Longs> numbers(int input) {
        return content(input)
                .filter(all -> all.stream().allMatch(Size::isKnown))
                .map(all -> Longs.of(all.stream().mapToLong(s -> s.number().orElse(0)).toArray()));
    }

    /// Axes as newer operators take them, by input, or as older ones do, by attribute; counted from
    /// the front.
    Optional<List<Integer>> axes(int input, int rank) {
        Longs given;
        if (has(input)) {
            Optional<Longs> found = numbers(input);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            given = found.get();
        } else {
            given = node.integers("axes");
        }
        List<Integer> axes = new ArrayList<>();
        for (long axis : given) {
            axes.add((int) (axis < 0 ? axis + rank : axis));
        }
        return Optional.of(axes);
    }

    /// An axis attribute, counted from the front; empty where it lies beyond the rank.
    OptionalInt axis(String attribute, long otherwise, int rank) {
        long axis = node.integer(attribute, otherwise);
        long from = axis < 0 ? axis + rank : axis;
        if (from < 0 || from >= rank) {
            conflict("axis " + axis + " of " + rank);
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) from);
    }

    /// Tells the sizes of an output.
    void out(int output, List<Size> sizes) {
        if (output < outputs()) {
            tracker.learn(node.outputs().get(output), sizes);
        }
    }

    /// Tells what an output of whole numbers holds.
    void holds(List<Size> content) {
        tracker.learnContent(node.outputs().getFirst(), content);
    }

    /// A size that nobody knows before the model runs.
    Size fresh(int output, int axis) {
        return Size.named(node.outputs().get(output) + "." + axis);
    }

    /// Records that both sizes have to be equal for the operator to run.
    void same(Size a, Size b) {
        if (a.isKnown() && b.isKnown() && !a.equals(b)) {
            conflict(a + " and " + b);
        }
        tracker.require(a, b);
    }

    /// Records that no input of this shape can be meant.
    void conflict(String reason) {
        tracker.conflict(node.operator() + ": " + reason);
    }
}
