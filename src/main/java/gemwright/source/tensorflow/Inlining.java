package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.onnx.Tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts the bodies of functions where they are called, and the contents of variables where these
/// are, so that one graph of plain operators is left.
final class Inlining {
    private static final int DEPTH = 100;
    private static final int MOST_NODES = 2_000_000;
    private static final Set<String> CALLS = Set.of("PartitionedCall", "StatefulPartitionedCall");

    /// Operators with outputs of several names; all others that have a form in ONNX have one name,
    /// and number what stands under it.
    private static final Map<String, List<String>> OUTPUTS =
            Map.of(
                    "FusedBatchNorm", List.of("y", "batch_mean", "batch_variance"),
                    "FusedBatchNormV2", List.of("y", "batch_mean", "batch_variance"),
                    "FusedBatchNormV3", List.of("y", "batch_mean", "batch_variance"),
                    "TopKV2", List.of("values", "indices"));

    private final SavedGraph graph;
    private final String where;
    private final List<GraphNode> flat = new ArrayList<>();
    private final Map<String, String> aliases = new HashMap<>();

    Inlining(SavedGraph graph, String where) {
        this.graph = graph;
        this.where = where;
    }

    /// The nodes that these values need, with variables as constants.
    List<GraphNode> run(List<String> values, Map<String, Tensor> variables) throws Problem {
        List<String> ends = values.stream().map(GraphNodes::name).toList();
        for (GraphNode node : new GraphNodes(graph.nodes(), where).order(ends, Set.of())) {
            add(node, 0);
        }
        List<GraphNode> nodes = new ArrayList<>();
        for (GraphNode node : flat) {
            nodes.add(resolved(node, variables));
        }
        return nodes;
    }

    /// What a value is called where functions are no more.
    String resolved(String value) throws Problem {
        String name = value.contains(":") ? value : value + ":0";
        for (int hops = 0; aliases.containsKey(name); hops++) {
            if (hops > MOST_NODES) {
                throw Problem.of("tensorflow.damaged", where, "functions that call themselves");
            }
            String next = aliases.get(name);
            name = next.contains(":") ? next : next + ":0";
        }
        return name;
    }

    private GraphNode resolved(GraphNode node, Map<String, Tensor> variables) throws Problem {
        List<String> inputs = new ArrayList<>();
        for (String input : node.values()) {
            inputs.add(resolved(input));
        }
        Tensor variable = variables.get(node.name());
        if (node.operator().equals("VarHandleOp") && variable != null) {
            Map<String, Attribute> value = Map.of("value", new Attribute.Content(variable));
            return new GraphNode(node.name(), "Const", List.of(), value);
        }
        return new GraphNode(node.name(), node.operator(), inputs, node.attributes());
    }

    private void add(GraphNode node, int depth) throws Problem {
        if (depth > DEPTH || flat.size() > MOST_NODES) {
            throw Problem.of("tensorflow.damaged", where, "functions that call themselves");
        }
        if (node.operator().startsWith("Assign") || node.operator().startsWith("ResourceScatter")) {
            // What is read later would not be what the file holds.
            throw Problem.of("tensorflow.operator", where + ", " + node.name(), node.operator());
        }
        Optional<Function> called =
                CALLS.contains(node.operator())
                                && node.attributes().get("f") instanceof Attribute.Called(var name)
                        ? Optional.ofNullable(graph.functions().get(name))
                        : Optional.empty();
        if (called.isEmpty()) {
            flat.add(node);
            return;
        }
        inline(node, called.get(), depth);
    }

    private void inline(GraphNode call, Function function, int depth) throws Problem {
        List<String> given = call.values();
        if (given.size() != function.inputs().size()) {
            throw Problem.of("tensorflow.inputs", where + ", " + call.name(), function.name());
        }
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            names.put(function.inputs().get(i), given.get(i));
        }
        Map<String, String> operators = new HashMap<>();
        function.nodes().forEach(node -> operators.put(node.name(), node.operator()));
        for (GraphNode node : function.nodes()) {
            List<String> inputs = new ArrayList<>();
            for (String input : node.values()) {
                inputs.add(outside(input, call.name(), names, operators));
            }
            String name = call.name() + "/" + node.name();
            add(new GraphNode(name, node.operator(), inputs, node.attributes()), depth + 1);
        }
        for (int i = 0; i < function.outputs().size(); i++) {
            String result = function.results().get(function.outputs().get(i));
            if (result == null) {
                throw Problem.of("tensorflow.damaged", where, function.name());
            }
            aliases.put(call.name() + ":" + i, outside(result, call.name(), names, operators));
        }
    }

    /// A value within a function (`node:output:1`, or an argument) as one of the whole graph.
    private String outside(
            String value, String call, Map<String, String> names, Map<String, String> operators)
            throws Problem {
        String[] parts = value.split(":", -1);
        if (parts.length == 1 || !operators.containsKey(parts[0])) {
            String argument = names.get(parts[0]);
            if (argument == null) {
                throw Problem.of("tensorflow.noNode", where, value);
            }
            return argument;
        }
        int index = parts.length > 2 ? GraphNodes.output("x:" + parts[2]) : 0;
        List<String> several = OUTPUTS.get(operators.get(parts[0]));
        if (several != null) {
            index = several.indexOf(parts[1]);
        }
        if (index < 0) {
            throw Problem.of("tensorflow.noNode", where, value);
        }
        return call + "/" + parts[0] + ":" + index;
    }

    /// The keys in the checkpoint by the names of the variables' nodes: what the function that
    /// restores the model assigns to what (names of variables tell less: Keras wraps them).
    static Map<String, String> keys(SavedGraph graph) {
        Map<String, String> keys = new HashMap<>();
        for (GraphNode call : graph.nodes()) {
            boolean restores = call.name().equals(GraphNodes.name(graph.restore()));
            if (restores && call.attributes().get("f") instanceof Attribute.Called(var name)) {
                Function function = graph.functions().get(name);
                if (function != null) {
                    keys(function, call.values(), keys);
                }
            }
        }
        return keys;
    }

    private static void keys(Function function, List<String> given, Map<String, String> keys) {
        Map<String, GraphNode> nodes = new HashMap<>();
        function.nodes().forEach(node -> nodes.put(node.name(), node));
        for (GraphNode node : function.nodes()) {
            if (!node.operator().equals("AssignVariableOp") || node.values().size() < 2) {
                continue;
            }
            int argument = function.inputs().indexOf(node.values().getFirst());
            Optional<String> key = key(node.values().get(1), nodes);
            if (argument >= 0 && argument < given.size() && key.isPresent()) {
                keys.put(GraphNodes.name(given.get(argument)), key.get());
            }
        }
    }

    /// The key of the tensor that `RestoreV2` reads for a value.
    private static Optional<String> key(String value, Map<String, GraphNode> nodes) {
        String[] parts = value.split(":", -1);
        GraphNode node = nodes.get(parts[0]);
        Set<String> seen = new HashSet<>();
        while (node != null && node.operator().equals("Identity") && seen.add(node.name())) {
            parts = node.values().getFirst().split(":", -1);
            node = nodes.get(parts[0]);
        }
        if (node == null || !node.operator().equals("RestoreV2") || node.values().size() < 2) {
            return Optional.empty();
        }
        GraphNode names = nodes.get(node.values().get(1).split(":", -1)[0]);
        int index = GraphNodes.output("x:" + parts[parts.length - 1]);
        return names != null
                        && names.attributes().get("value") instanceof Attribute.Content(Tensor all)
                        && all.data().isText()
                        && index >= 0
                        && index < all.strings().size()
                ? Optional.of(all.strings().get(index))
                : Optional.empty();
    }
}
