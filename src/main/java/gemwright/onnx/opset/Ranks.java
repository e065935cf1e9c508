package gemwright.onnx.opset;

import gemwright.onnx.ElementType;
import gemwright.onnx.Graph;
import gemwright.onnx.Value;
import gemwright.onnx.shape.ShapeTracker;
import gemwright.onnx.shape.Size;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Sizes of the values of the graph before it was raised.
final class Ranks {
    private final ShapeTracker shapes;

    Ranks(Graph graph) {
        this.shapes = ShapeTracker.of(graph);
    }

    private Optional<List<Size>> shape(String value) {
        return shapes.shape(new Value(value, ElementType.UNDEFINED));
    }

    OptionalInt rank(String value) {
        Optional<List<Size>> shape = shape(value);
        return shape.isPresent() ? OptionalInt.of(shape.get().size()) : OptionalInt.empty();
    }

    OptionalLong size(String value, int axis) {
        return shape(value)
                .filter(s -> axis < s.size())
                .map(s -> s.get(axis).number())
                .orElse(OptionalLong.empty());
    }
}
