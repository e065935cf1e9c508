package gemwright.onnx.opset;

import gemwright.onnx.Attribute;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;
import gemwright.onnx.Value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the steps have in common: a node written again, with attributes that became inputs.
final class Rewrites {
    private Rewrites() {}

    /// A node like that one, of another operator, without some of its attributes; inputs are still
    /// to be added.
    static NodeBuilder like(Node node, String operator, Set<String> without, GraphBuilder g) {
        NodeBuilder again = g.node(operator).named(node.name());
        node.attributes().stream()
                .filter(a -> !without.contains(a.name()))
                .forEach(again::attribute);
        return again;
    }

    static List<Value> inputs(Node node, GraphBuilder g) {
        return new ArrayList<>(node.inputs().stream().map(g::value).toList());
    }

    static Value input(Node node, int index, GraphBuilder g) {
        return g.value(node.inputs().get(index));
    }

    /// Whole numbers of an attribute as a vector; left out where the node has none.
    static Value vector(Node node, String attribute, GraphBuilder g) {
        Longs numbers = node.integers(attribute);
        return numbers.isEmpty()
                ? Value.NONE
                : g.constant(node.name() + "_" + attribute, numbers.toLongs());
    }

    /// A float of an attribute as a scalar of the type that a value has; left out where the node
    /// has none.
    static Value scalar(Node node, String attribute, Value like, GraphBuilder g) {
        Optional<Attribute> given = node.attribute(attribute);
        return given.isPresent()
                ? number(node.number(attribute, 0), like.type(), attribute, g)
                : Value.NONE;
    }

    /// A number in the type of what it is combined with; `float` where that is not known.
    static Value number(float number, ElementType type, String hint, GraphBuilder g) {
        return switch (type) {
            case DOUBLE -> g.scalar(hint, (double) number);
            case FLOAT16 -> {
                ByteBuffer half = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
                half.putShort(0, Float.floatToFloat16(number));
                TensorData data =
                        TensorData.window(java.lang.foreign.MemorySegment.ofArray(half.array()));
                yield g.constant(new Tensor(hint, type, Longs.of(), data));
            }
            default -> g.scalar(hint, number);
        };
    }
}
