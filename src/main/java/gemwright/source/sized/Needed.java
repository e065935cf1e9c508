package gemwright.source.sized;

import gemwright.onnx.Graph;
import gemwright.onnx.Node;
import gemwright.onnx.ValueInfo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Leaves out what no output needs: sizes that were asked for and then known.
public final class Needed {
    private Needed() {}

    /// The graph with only the nodes and constants that its outputs depend on. Nodes stand in the
    /// order of computation; values that their sub-graphs use count too.
    public static Graph of(Graph graph) {
        Set<String> needed = new HashSet<>();
        graph.outputs().stream().map(ValueInfo::name).forEach(needed::add);
        List<Node> kept = new ArrayList<>();
        for (Node node : graph.nodes().reversed()) {
            if (node.outputs().stream().anyMatch(needed::contains)) {
                uses(node, needed);
                kept.add(node);
            }
        }
        return graph.withNodes(kept.reversed())
                .withInitializers(
                        graph.initializers().stream()
                                .filter(tensor -> needed.contains(tensor.name()))
                                .toList());
    }

    private static void uses(Node node, Set<String> needed) {
        needed.addAll(node.inputs());
        for (Graph inner : node.subGraphs()) {
            inner.outputs().stream().map(ValueInfo::name).forEach(needed::add);
            inner.nodes().forEach(within -> uses(within, needed));
        }
    }
}
