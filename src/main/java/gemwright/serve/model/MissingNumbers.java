package gemwright.serve.model;

import gemwright.onnx.Graph;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;
import gemwright.onnx.ValueInfo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which inputs of a graph lead to an operator that is there for missing numbers: an imputer, a
/// test for NaN, or trees that say which way a missing number goes.
public final class MissingNumbers {
    private static final Set<String> HANDLING = Set.of("Imputer", "IsNaN");
    private static final Set<String> TREES =
            Set.of("TreeEnsembleClassifier", "TreeEnsembleRegressor", "TreeEnsemble");

    private MissingNumbers() {}

    /// The names of those inputs.
    public static Set<String> inputs(Graph graph) {
        Set<String> found = new HashSet<>();
        for (ValueInfo input : graph.inputs()) {
            if (reachesHandling(graph.nodes(), input.name())) {
                found.add(input.name());
            }
        }
        return found;
    }

    /// The nodes of a valid graph stand in topological order, so one pass finds all that follows.
    private static boolean reachesHandling(List<Node> nodes, String input) {
        Set<String> reached = new HashSet<>(Set.of(input));
        for (Node node : nodes) {
            if (node.inputs().stream().anyMatch(reached::contains)) {
                if (handles(node)) {
                    return true;
                }
                reached.addAll(node.outputs());
            }
        }
        return false;
    }

    private static boolean handles(Node node) {
        if (HANDLING.contains(node.operator())) {
            return true;
        }
        return TREES.contains(node.operator())
                && anyTrue(node.integers("nodes_missing_value_tracks_true"));
    }

    private static boolean anyTrue(Longs tracks) {
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i) != 0) {
                return true;
            }
        }
        return false;
    }
}
