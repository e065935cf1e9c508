package gemwright.onnx;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Walks a model with a [GraphTransform].
final class Rewriting {
    private final GraphTransform transform;
    private final Progress progress;
    private boolean changed;

    Rewriting(GraphTransform transform, Progress progress) {
        this.transform = transform;
        this.progress = progress;
    }

    Model model(Model model) throws Problem {
        GraphBuilder g = GraphBuilder.over(model);
        Graph graph = graph(model.graph(), g);
        if (!changed) {
            return model;
        }
        List<OperatorSet> sets = new ArrayList<>(model.operatorSets());
        for (OperatorSet set : g.operatorSets()) {
            if (model.opset(set.domain()).isEmpty()) {
                sets.add(set);
            }
        }
        Model rewritten = model.withGraph(graph);
        return sets.size() == model.operatorSets().size()
                ? rewritten
                : rewritten.withOperatorSets(sets);
    }

    private Graph graph(Graph graph, GraphBuilder g) throws Problem {
        boolean before = changed;
        changed = false;
        long done = 0;
        for (Node node : graph.nodes()) {
            progress.step("rewriting", done++, graph.nodes().size());
            Node inside = inside(node, g);
            g.release(inside);
            if (transform.replace(inside, g)) {
                changed = true;
            } else {
                g.pass(inside);
            }
        }
        Graph rewritten = changed ? tidied(graph, g) : graph;
        changed |= before;
        return rewritten;
    }

    /// The node with its sub-graphs rewritten.
    private Node inside(Node node, GraphBuilder g) throws Problem {
        if (node.subGraphs().isEmpty()) {
            return node;
        }
        boolean before = changed;
        changed = false;
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : node.attributes()) {
            attributes.add(inside(attribute, g));
        }
        Node rewritten = changed ? node.withAttributes(attributes) : node;
        changed |= before;
        return rewritten;
    }

    private Attribute inside(Attribute attribute, GraphBuilder g) throws Problem {
        if (attribute instanceof Attribute.OfGraph one) {
            Graph graph = graph(one.value(), g.over(one.value()));
            return new Attribute.OfGraph(one.name(), graph, one.kept());
        }
        if (attribute instanceof Attribute.OfGraphs several) {
            List<Graph> graphs = new ArrayList<>();
            for (Graph graph : several.value()) {
                graphs.add(graph(graph, g.over(graph)));
            }
            return new Attribute.OfGraphs(several.name(), graphs, several.kept());
        }
        return attribute;
    }

    /// The graph with its new nodes and constants, without constants that lost their last user and
    /// without types of values that are gone.
    private static Graph tidied(Graph graph, GraphBuilder g) {
        Set<String> usedBefore = used(graph.nodes(), graph.outputs());
        Set<String> used = used(g.nodes(), graph.outputs());
        Set<String> inputs = new HashSet<>();
        graph.inputs().forEach(v -> inputs.add(v.name()));
        List<Node> nodes = new ArrayList<>(g.nodes());
        nodes.removeIf(n -> n.is("Constant") && lost(n.outputs().getFirst(), usedBefore, used));
        List<Tensor> constants = new ArrayList<>(graph.initializers());
        constants.removeIf(t -> !inputs.contains(t.name()) && lost(t.name(), usedBefore, used));
        constants.addAll(g.constants());
        Set<String> made = new HashSet<>();
        nodes.forEach(n -> made.addAll(n.outputs()));
        constants.forEach(t -> made.add(t.name()));
        List<ValueInfo> values =
                graph.values().stream().filter(v -> made.contains(v.name())).toList();
        return graph.withNodes(nodes).withInitializers(constants).withValues(values);
    }

    private static boolean lost(String name, Set<String> usedBefore, Set<String> used) {
        return usedBefore.contains(name) && !used.contains(name);
    }

    private static Set<String> used(List<Node> nodes, List<ValueInfo> outputs) {
        Set<String> used = new HashSet<>();
        outputs.forEach(v -> used.add(v.name()));
        gather(nodes, used);
        return used;
    }

    private static void gather(List<Node> nodes, Set<String> used) {
        for (Node node : nodes) {
            used.addAll(node.inputs());
            for (Graph graph : node.subGraphs()) {
                graph.outputs().forEach(v -> used.add(v.name()));
                gather(graph.nodes(), used);
            }
        }
    }
}
