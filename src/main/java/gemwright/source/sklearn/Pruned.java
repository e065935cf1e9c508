package gemwright.source.sklearn;

import gemwright.onnx.Graph;
import gemwright.onnx.Node;
import gemwright.onnx.ValueInfo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Leaves out what no output needs: scores where probabilities were asked for, inputs that nothing
/// reads.
final class Pruned {
    private Pruned() {}

    /// The graph with only what its outputs depend on. Nodes stand in the order of computation and
    /// have no sub-graphs that use values from outside.
    static Graph of(Graph graph) {
        Set<String> needed = new HashSet<>();
        graph.outputs().stream().map(ValueInfo::name).forEach(needed::add);
        List<Node> kept = new ArrayList<>();
        for (Node node : graph.nodes().reversed()) {
            if (node.outputs().stream().anyMatch(needed::contains)) {
                needed.addAll(node.inputs());
                kept.add(node);
            }
        }
        return graph.withNodes(kept.reversed())
                .withInitializers(
                        graph.initializers().stream()
                                .filter(tensor -> needed.contains(tensor.name()))
                                .toList())
                .withInputs(
                        graph.inputs().stream()
                                .filter(input -> needed.contains(input.name()))
                                .toList());
    }
}
