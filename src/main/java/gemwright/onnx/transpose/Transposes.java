package gemwright.onnx.transpose;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Graph;
import gemwright.onnx.Model;
import gemwright.onnx.Node;
import gemwright.onnx.Tensor;
import gemwright.onnx.shape.ShapeTracker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes superfluous `Transpose` nodes out of a model.
///
/// A `Transpose` is not written where it stands but remembered, and handed on through operators
/// that can work in any order of axes, until one asks for the value as it is; two that lie one
/// behind the other fall together on the way. Constants are put into the order in which they are
/// used. The answers stay the same to the bit, but for sums over several axes, whose elements are
/// added in another order.
///
/// Sub-graphs are left as they are.
public final class Transposes {
    private Transposes() {}

    /// The model with fewer `Transpose` nodes; the model itself where none can be saved.
    public static Model cancelled(Model model, Progress progress) throws Problem {
        long before = count(model);
        if (before == 0) {
            return model;
        }
        ShapeTracker shapes = ShapeTracker.of(model.graph());
        Model timid = written(model, shapes, false, progress);
        Model eager = written(model, shapes, true, progress);
        Model best = count(eager) < count(timid) ? eager : timid;
        return count(best) < before ? best : model;
    }

    /// A constant with its axes in another order, made when it is written.
    ///
    /// @param order axis `i` of the result is axis `order[i]` of the constant
    /// @return empty for texts and numbers below a byte
    public static Optional<Tensor> constant(Tensor tensor, long... order) {
        return PermutedTensor.of(tensor, Permutation.of(order));
    }

    private static long count(Model model) {
        return model.graph().nodes().stream().filter(n -> n.is("Transpose")).count();
    }

    private static Model written(Model model, ShapeTracker shapes, boolean eager, Progress progress)
            throws Problem {
        Set<String> needed = new HashSet<>();
        Set<String> inner = new HashSet<>();
        model.graph().outputs().forEach(o -> needed.add(o.name()));
        for (Node node : model.graph().nodes()) {
            node.subGraphs().forEach(sub -> gather(sub, needed, inner));
        }
        Writing writing = new Writing(g -> new Arrangement(g, shapes, needed, eager), inner);
        Model written = writing.apply(model, progress);
        return written.withGraph(named(written.graph(), needed));
    }

    private static void gather(Graph graph, Set<String> needed, Set<String> inner) {
        graph.outputs().forEach(o -> needed.add(o.name()));
        for (Node node : graph.nodes()) {
            needed.addAll(node.inputs());
            inner.addAll(node.outputs());
            node.subGraphs().forEach(sub -> gather(sub, needed, inner));
        }
    }

    /// Outputs get their names from the node that makes them, not from an `Identity` behind it.
    private static Graph named(Graph graph, Set<String> needed) {
        Set<String> free = new HashSet<>();
        graph.nodes().forEach(n -> free.addAll(n.outputs()));
        free.removeAll(needed);
        Map<String, String> names = new HashMap<>();
        Set<Node> identities = new HashSet<>();
        for (Node node : graph.nodes()) {
            String source = node.inputs().isEmpty() ? "" : node.inputs().getFirst();
            boolean output =
                    graph.outputs().stream().anyMatch(o -> node.outputs().contains(o.name()));
            if (node.is("Identity") && output && free.contains(source)) {
                if (names.putIfAbsent(source, node.outputs().getFirst()) == null) {
                    identities.add(node);
                }
            }
        }
        return graph.withNodes(
                graph.nodes().stream()
                        .filter(n -> !identities.contains(n))
                        .map(n -> renamed(n, names))
                        .toList());
    }

    private static Node renamed(Node node, Map<String, String> names) {
        boolean touched =
                node.inputs().stream().anyMatch(names::containsKey)
                        || node.outputs().stream().anyMatch(names::containsKey);
        return touched
                ? node.withInputs(
                                node.inputs().stream().map(n -> names.getOrDefault(n, n)).toList())
                        .withOutputs(
                                node.outputs().stream().map(n -> names.getOrDefault(n, n)).toList())
                : node;
    }
}
