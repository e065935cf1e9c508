package gemwright.source.tensorflow;

import gemwright.onnx.Graph;
import gemwright.onnx.Node;
import gemwright.onnx.ValueInfo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The nodes of a graph and the values between them, to be drawn: constants, and what only hands
/// them on, are left out.
final class GraphDrawing {
    private static final Set<String> GIVEN = Set.of("Const", "VarHandleOp", "NoOp", "Assert");

    private GraphDrawing() {}

    /// @param nodes in the order of computation
    /// @param ends nodes whose values are the outputs
    static Graph of(List<GraphNode> nodes, List<String> ends) {
        Set<String> constant = new HashSet<>();
        List<Node> drawn = new ArrayList<>();
        List<ValueInfo> inputs = new ArrayList<>();
        for (GraphNode node : nodes) {
            List<String> from = node.values().stream().map(GraphNodes::name).toList();
            if (node.operator().equals("Placeholder")) {
                inputs.add(new ValueInfo(node.name()));
            } else if (GIVEN.contains(node.operator())
                    || (!from.isEmpty() && constant.containsAll(from))) {
                constant.add(node.name());
            } else {
                List<String> shown = from.stream().filter(n -> !constant.contains(n)).toList();
                drawn.add(
                        new Node(
                                node.name(),
                                node.operator(),
                                "",
                                shown,
                                List.of(node.name()),
                                List.of()));
            }
        }
        List<ValueInfo> outputs = ends.stream().map(ValueInfo::new).toList();
        return new Graph("", drawn, List.of(), inputs, outputs);
    }
}
