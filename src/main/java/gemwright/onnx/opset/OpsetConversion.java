package gemwright.onnx.opset;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Domain;
import gemwright.onnx.Graph;
import gemwright.onnx.GraphTransform;
import gemwright.onnx.Model;
import gemwright.onnx.Node;
import gemwright.onnx.Operator;
import gemwright.onnx.OperatorSet;
import gemwright.onnx.Operators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Raises a model to a newer version of ONNX's own operator set, edition by edition, as the ONNX
/// specification's change log has them. Other operator sets keep their versions.
///
/// An operator whose new edition only takes more is left as it is. One that means something else
/// now is written anew; what cannot be said in the new edition is refused by name, all of it at
/// once.
public final class OpsetConversion {
    /// Older models broadcast by attributes.
    public static final long OLDEST = 7;

    private static final Map<String, Map<Long, Step>> STEPS = steps();

    private OpsetConversion() {}

    private static Map<String, Map<Long, Step>> steps() {
        Map<String, Map<Long, Step>> steps = new HashMap<>();
        AxesSteps.into(steps);
        MeaningSteps.into(steps);
        return steps;
    }

    /// The model on that version; the model itself where it is on it already.
    ///
    /// @param target version of ONNX's operator set, from the model's own to [Operators#newest]
    /// @throws Problem where the model is newer, too old, or has nodes that the version cannot say
    public static Model raised(Model model, long target, Progress progress) throws Problem {
        long now = model.opset(Domain.ONNX).orElse(1L);
        if (target == now) {
            return model;
        }
        requireReach(now, target);
        if (!model.functions().isEmpty()) {
            throw Problem.of("opset.functions", model.functions().getFirst().name());
        }
        Ranks ranks = new Ranks(model.graph());
        Model raised = model;
        for (long version : editions(model.graph(), now, target)) {
            requirePossible(raised.graph(), version);
            GraphTransform step = (node, g) -> step(node, version, ranks, g);
            raised = step.apply(on(raised, version), progress);
        }
        return on(raised, target);
    }

    private static void requireReach(long now, long target) throws Problem {
        if (target < now) {
            throw Problem.of("opset.down", "", now, target);
        }
        if (now < OLDEST) {
            throw Problem.of("opset.old", "", now, OLDEST);
        }
        if (target > Operators.newest()) {
            throw Problem.of("opset.unknown", "", target, Operators.newest());
        }
    }

    private static boolean step(Node node, long version, Ranks ranks, gemwright.onnx.GraphBuilder g)
            throws Problem {
        Optional<Step> step = changes(node, version) ? step(node, version) : Optional.empty();
        if (step.isPresent()) {
            step.get().write(node, ranks, g);
        }
        return step.isPresent();
    }

    private static Optional<Step> step(Node node, long version) {
        return Optional.ofNullable(STEPS.getOrDefault(node.operator(), Map.of()).get(version));
    }

    /// Whether the node's operator has a new edition in that version.
    private static boolean changes(Node node, long version) {
        return Domain.normal(node.domain()).isEmpty()
                && Operators.find(Domain.ONNX, node.operator(), version)
                        .map(o -> o.since() == version)
                        .orElse(false);
    }

    /// The versions in which an operator of the graph, or what it is written anew as, changed.
    private static List<Long> editions(Graph graph, long now, long target) {
        TreeSet<String> operators = new TreeSet<>();
        gather(graph, operators);
        // What the steps write: they may change once more on the way.
        operators.addAll(List.of("Resize", "ScatterElements", "Reshape", "Flatten", "Expand"));
        List<Long> editions = new ArrayList<>();
        for (long version = now + 1; version <= target; version++) {
            long edition = version;
            if (operators.stream()
                    .anyMatch(
                            o ->
                                    Operators.find(Domain.ONNX, o, edition)
                                            .map(d -> d.since() == edition)
                                            .orElse(false))) {
                editions.add(version);
            }
        }
        return editions;
    }

    private static void gather(Graph graph, Set<String> operators) {
        for (Node node : graph.nodes()) {
            operators.add(node.operator());
            node.subGraphs().forEach(inner -> gather(inner, operators));
        }
    }

    /// Every node that has no step must still say all it says.
    private static void requirePossible(Graph graph, long version) throws Problem {
        Map<String, Node> first = new LinkedHashMap<>();
        Map<String, Integer> count = new HashMap<>();
        look(graph, version, first, count);
        if (!first.isEmpty()) {
            List<Problem.Part> parts = new ArrayList<>();
            first.forEach((o, n) -> parts.add(part(n, version, count.getOrDefault(o, 1))));
            throw Problem.of(parts);
        }
    }

    private static void look(
            Graph graph, long version, Map<String, Node> first, Map<String, Integer> count) {
        for (Node node : graph.nodes()) {
            node.subGraphs().forEach(inner -> look(inner, version, first, count));
            if (changes(node, version) && step(node, version).isEmpty() && lost(node, version)) {
                first.putIfAbsent(node.operator(), node);
                count.merge(node.operator(), 1, Integer::sum);
            }
        }
    }

    private static boolean lost(Node node, long version) {
        Operator edition = Operators.find(Domain.ONNX, node.operator(), version).orElseThrow();
        return edition.status() == Operator.Status.DEPRECATED
                || !edition.inputs().allows(node.inputs().size())
                || node.attributes().stream().anyMatch(a -> edition.attribute(a.name()).isEmpty());
    }

    static Problem refused(Node node, long version) {
        return Problem.of(List.of(part(node, version, 1)));
    }

    private static Problem.Part part(Node node, long version, int count) {
        String where =
                node.name().isEmpty() && !node.outputs().isEmpty()
                        ? node.outputs().getFirst()
                        : node.name();
        return new Problem.Part("opset.operator", where, List.of(node.operator(), version), count);
    }

    private static Model on(Model model, long version) {
        List<OperatorSet> sets =
                model.operatorSets().stream()
                        .map(
                                s ->
                                        Domain.normal(s.domain()).isEmpty()
                                                ? new OperatorSet(s.domain(), version)
                                                : s)
                        .toList();
        long irVersion = Math.max(model.irVersion(), Operators.irVersion(version));
        return model.withOperatorSets(sets).withIrVersion(irVersion);
    }
}
