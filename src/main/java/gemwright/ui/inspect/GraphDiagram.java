package gemwright.ui.inspect;

import gemwright.onnx.Graph;
import gemwright.onnx.Node;
import gemwright.onnx.Tensor;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.layout.Box;
import gemwright.onnx.layout.GraphLayout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Draws an ONNX graph: inputs, nodes, outputs; constants are told in the nodes.
///
/// Inputs that go to the same nodes share one pill, so that a table of many columns stays readable.
final class GraphDiagram {
    private static final int NAMED = 2;

    private final Graph graph;
    private final Set<String> weights = new HashSet<>();
    private final Map<String, String> shapes = new HashMap<>();

    private GraphDiagram(Graph graph) {
        this.graph = graph;
        graph.initializers().stream()
                .filter(GraphDiagram::weight)
                .map(Tensor::name)
                .forEach(weights::add);
        for (List<ValueInfo> some : List.of(graph.inputs(), graph.values(), graph.outputs())) {
            some.forEach(
                    value ->
                            value.shape()
                                    .ifPresent(
                                            shape -> shapes.put(value.name(), shape.toString())));
        }
    }

    // Sizes, axes and other settings are constants too; they are no weights.
    private static boolean weight(Tensor tensor) {
        return tensor.type().isFloating() || tensor.type().bits() <= 8;
    }

    static Placement of(Graph graph) {
        GraphDiagram diagram = new GraphDiagram(graph);
        Graph shown = diagram.withGroupedInputs();
        return Placement.of(
                GraphLayout.of(shown, Placement::width),
                diagram::id,
                box -> diagram.kind(box, shown),
                value -> diagram.shapes.getOrDefault(value, ""));
    }

    /// The box of the node at that place in the graph.
    static String id(int node) {
        return "node " + node;
    }

    private String id(Box box) {
        return switch (box.kind()) {
            case INPUT -> "input " + box.title();
            case NODE -> id(box.index());
            case OUTPUT -> "output " + box.title();
        };
    }

    private Placement.Kind kind(Box box, Graph shown) {
        return switch (box.kind()) {
            case INPUT, OUTPUT -> Placement.Kind.END;
            case NODE -> kind(shown.nodes().get(box.index()));
        };
    }

    private Placement.Kind kind(Node node) {
        if (node.operator().startsWith("TreeEnsemble")) {
            return Placement.Kind.MODEL;
        }
        return node.inputs().stream().anyMatch(weights::contains)
                ? Placement.Kind.PREPARATION
                : Placement.Kind.PLAIN;
    }

    private Graph withGroupedInputs() {
        Map<String, String> shared = new HashMap<>();
        List<ValueInfo> inputs = new ArrayList<>();
        for (List<String> names : groups()) {
            String title = title(names);
            names.forEach(name -> shared.put(name, title));
            inputs.add(new ValueInfo(title));
        }
        List<Node> nodes =
                graph.nodes().stream()
                        .map(
                                node ->
                                        node.withInputs(
                                                node.inputs().stream()
                                                        .map(
                                                                name ->
                                                                        shared.getOrDefault(
                                                                                name, name))
                                                        .toList()))
                        .toList();
        return graph.withInputs(inputs).withNodes(nodes);
    }

    private Iterable<List<String>> groups() {
        Map<String, Set<Integer>> uses = new HashMap<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            for (String value : graph.nodes().get(i).inputs()) {
                uses.computeIfAbsent(value, _ -> new TreeSet<>()).add(i);
            }
        }
        Map<Set<Integer>, List<String>> groups = new LinkedHashMap<>();
        for (ValueInfo input : graph.requiredInputs()) {
            groups.computeIfAbsent(
                            uses.getOrDefault(input.name(), Set.of()), _ -> new ArrayList<>())
                    .add(input.name());
        }
        return groups.values();
    }

    private String title(List<String> names) {
        if (names.size() == 1) {
            String name = names.getFirst();
            return shapes.containsKey(name) ? name + " " + shapes.get(name) : name;
        }
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? first : first + ", +" + (names.size() - NAMED);
    }
}
