package gemwright.onnx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The names that values and nodes of a graph already have, those of its sub-graphs among them.
final class Names {
    private final Set<String> values = new HashSet<>(Set.of(""));
    private final Set<String> nodes = new HashSet<>(Set.of(""));
    private final Map<String, Integer> numbers = new HashMap<>();

    /// The names in a graph.
    static Names of(Graph graph) {
        Names names = new Names();
        names.gather(graph);
        return names;
    }

    private void gather(Graph graph) {
        graph.inputs().forEach(v -> values.add(v.name()));
        graph.outputs().forEach(v -> values.add(v.name()));
        graph.initializers().forEach(t -> values.add(t.name()));
        graph.sparseInitializers().forEach(t -> values.add(t.name()));
        for (Node node : graph.nodes()) {
            nodes.add(node.name());
            values.addAll(node.outputs());
            node.subGraphs().forEach(this::gather);
        }
    }

    /// Takes a value's name; false where it is taken.
    boolean claim(String name) {
        return values.add(name);
    }

    /// A name for a value: the hint, or the hint with a number.
    String value(String hint) {
        return free(hint, values);
    }

    /// A name for a node: the hint, or the hint with a number.
    String node(String hint) {
        return free(hint, nodes);
    }

    /// Gives back the name of a node that is about to be replaced.
    void release(Node node) {
        if (!node.name().isEmpty()) {
            nodes.remove(node.name());
        }
    }

    /// Takes the name of a node that stays.
    void keep(Node node) {
        nodes.add(node.name());
    }

    private String free(String hint, Set<String> taken) {
        String candidate = hint;
        while (!taken.add(candidate)) {
            candidate = hint + "_" + numbers.merge(hint, 1, Integer::sum);
        }
        return candidate;
    }
}
