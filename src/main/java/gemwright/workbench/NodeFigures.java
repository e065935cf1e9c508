package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.onnx.Attribute;
import gemwright.onnx.Domain;
import gemwright.onnx.Graph;
import gemwright.onnx.Node;
import gemwright.onnx.OnnxFile;
import gemwright.onnx.Tensor;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.ValueType;
import gemwright.runtime.Shapes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What one node costs.
///
/// @param name the node's name; its first output's where it has none
/// @param parameters elements of the constants that it uses, and floats that it holds itself
///   (trees, linear models)
/// @param ownParameters those of them that it holds itself
/// @param macs multiplications with addition in one pass, free dimensions taken as 1; 0 for
///   operators that do not multiply matrices, absent where a shape is not known
/// @param bytes of those constants and floats
public record NodeFigures(
        String name,
        String operator,
        long parameters,
        long ownParameters,
        OptionalLong macs,
        long bytes) {
    static List<NodeFigures> of(OnnxFile file, Constants constants) {
        Graph graph = file.model().graph();
        Map<String, ValueType> types = declared(graph);
        constants.all().forEach(t -> types.put(t.name(), ValueType.tensor(t.type(), shape(t))));
        Macs macs = new Macs(types);
        if (!macs.knowsAll(graph.nodes())) {
            macs = new Macs(inferred(file, types));
        }
        List<NodeFigures> figures = new ArrayList<>();
        gather(graph, constants, macs, figures);
        return figures;
    }

    private static gemwright.onnx.Shape shape(Tensor tensor) {
        return gemwright.onnx.Shape.of(tensor.shape().toLongs());
    }

    private static Map<String, ValueType> declared(Graph graph) {
        Map<String, ValueType> types = new HashMap<>();
        for (List<ValueInfo> values : List.of(graph.inputs(), graph.values(), graph.outputs())) {
            values.forEach(v -> v.type().ifPresent(t -> types.put(v.name(), t)));
        }
        return types;
    }

    /// What the runtime infers, where it loads the model; a model that it refuses can still be
    /// looked at, only its costs stay unknown.
    private static Map<String, ValueType> inferred(OnnxFile file, Map<String, ValueType> declared) {
        Map<String, ValueType> types = new HashMap<>(declared);
        try {
            Shapes.of(file).forEach(types::putIfAbsent);
        } catch (Problem refused) {
            return declared;
        }
        return types;
    }

    private static void gather(
            Graph graph, Constants constants, Macs macs, List<NodeFigures> figures) {
        for (Node node : graph.nodes()) {
            figures.add(of(node, constants, macs));
            node.subGraphs().forEach(g -> gather(g, constants, macs, figures));
        }
    }

    private static NodeFigures of(Node node, Constants constants, Macs macs) {
        long own = held(node);
        long parameters = own;
        long bytes = own * Float.BYTES;
        for (String input : node.inputs()) {
            Tensor constant = constants.byName().get(input);
            if (constant != null) {
                parameters += constant.size();
                bytes += constant.data().bytes();
            }
        }
        String name = node.name();
        if (name.isEmpty() && !node.outputs().isEmpty()) {
            name = node.outputs().getFirst();
        }
        return new NodeFigures(name, node.operator(), parameters, own, macs.of(node), bytes);
    }

    /// Floats that an operator of classical machine learning holds in its attributes.
    private static long held(Node node) {
        if (!node.domain().equals(Domain.ML)) {
            return 0;
        }
        long floats = 0;
        for (Attribute attribute : node.attributes()) {
            if (attribute instanceof Attribute.OfFloats values) {
                floats += values.value().size();
            } else if (attribute instanceof Attribute.OfTensor tensor) {
                floats += tensor.value().type().isFloating() ? tensor.value().size() : 0;
            }
        }
        return floats;
    }

    static long ownParameters(List<NodeFigures> nodes) {
        return nodes.stream().mapToLong(NodeFigures::ownParameters).sum();
    }

    static OptionalLong total(List<NodeFigures> nodes) {
        return nodes.stream().allMatch(n -> n.macs().isPresent())
                ? OptionalLong.of(nodes.stream().mapToLong(n -> n.macs().orElseThrow()).sum())
                : OptionalLong.empty();
    }

    static Map<String, Long> operators(List<NodeFigures> nodes) {
        Map<String, Long> counted = new LinkedHashMap<>();
        nodes.forEach(n -> counted.merge(n.operator(), 1L, Long::sum));
        Map<String, Long> ordered = new LinkedHashMap<>();
        counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEachOrdered(e -> ordered.put(e.getKey(), e.getValue()));
        return ordered;
    }
}
