package gemwright.source.torch.aten;

import gemwright.onnx.Graph;
import gemwright.onnx.Node;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.List;

/// The distance between the numbers of a range that starts at 0.
final class Steps {
    private Steps() {}

    /// The distance; 0 where the value is no such range.
    static Size of(Value value, AtenGraph g) {
        Graph graph = g.builder().graph();
        for (Node node : graph.nodes().reversed()) {
            if (node.outputs().contains(value.name())) {
                return node.is("Range") ? step(node, g) : Size.ZERO;
            }
        }
        return Size.ZERO;
    }

    private static Size step(Node range, AtenGraph g) {
        List<Size> none = List.of(Size.ONE);
        Size start = content(range, 0, g, none);
        return start.is(0) ? content(range, 2, g, List.of(Size.ZERO)) : Size.ZERO;
    }

    private static Size content(Node range, int input, AtenGraph g, List<Size> otherwise) {
        Value value = g.builder().value(range.inputs().get(input));
        return g.shapes().content(value).filter(c -> c.size() == 1).orElse(otherwise).getFirst();
    }
}
