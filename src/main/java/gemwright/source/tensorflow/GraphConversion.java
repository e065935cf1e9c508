package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.Shape;
import gemwright.onnx.Value;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.shape.Size;
import gemwright.onnx.transpose.Transposes;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes the nodes of a graph that its outputs need into a graph of ONNX.
final class GraphConversion {
    /// The first with GELU.
    private static final int OPSET = 20;

    private final GraphNodes nodes;
    private final List<GraphNode> all;
    private final String where;
    private final ConvertOptions options;
    private final Progress progress;
    private final SizedGraph g;
    private final Map<String, List<Value>> values = new HashMap<>();

    GraphConversion(List<GraphNode> all, String where, ConvertOptions options, Progress progress)
            throws Problem {
        this.nodes = new GraphNodes(all, where);
        this.all = all;
        this.where = where;
        this.options = options;
        this.progress = progress;
        this.g = new SizedGraph(options.opset().orElse(OPSET));
    }

    Converted run() throws Problem {
        List<String> outputs =
                options.outputs().isEmpty() ? nodes.ends() : List.copyOf(options.outputs());
        if (outputs.isEmpty()) {
            throw Problem.of("tensorflow.noOutput", where);
        }
        Map<String, ValueInfo> ends = new LinkedHashMap<>();
        options.inputs().forEach(given -> ends.put(GraphNodes.name(given.name()), given));
        Set<String> given = new LinkedHashSet<>(ends.keySet());
        List<String> last = outputs.stream().map(GraphNodes::name).toList();
        List<GraphNode> order = nodes.order(last, given);
        requireKnown(order);
        for (Map.Entry<String, ValueInfo> end : ends.entrySet()) {
            input(nodes.node(end.getKey()), end.getKey(), Optional.of(end.getValue()));
        }
        for (GraphNode node : all) {
            if (node.operator().equals("Placeholder") && order.contains(node)) {
                input(node, node.name(), Optional.empty());
            }
        }
        List<String> names = last.stream().map(g.builder()::reserve).toList();
        write(order);
        return converted(names, outputs);
    }

    private void write(List<GraphNode> order) throws Problem {
        for (int i = 0; i < order.size(); i++) {
            progress.step("converting", i, order.size());
            write(order.get(i));
        }
    }

    private Converted converted(List<String> names, List<String> outputs) throws Problem {
        for (int i = 0; i < outputs.size(); i++) {
            g.output(names.get(i), value(outputs.get(i)));
        }
        return new Converted(Transposes.cancelled(g.model(), progress), List.of());
    }

    /// All operators without a form in ONNX, at once.
    private void requireKnown(List<GraphNode> order) throws Problem {
        Map<String, Problem.Part> refused = new LinkedHashMap<>();
        for (GraphNode node : order) {
            if (!node.operator().equals("Placeholder") && Operators.of(node).isEmpty()) {
                String place = where + ", " + node.name();
                refused.merge(
                        node.operator(),
                        Problem.Part.of("tensorflow.operator", place, node.operator()),
                        (first, _) -> first.more());
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.of(List.copyOf(refused.values()));
        }
    }

    /// Writes what a signature gives.
    ///
    /// @param signature names of placeholders by the keys of the inputs
    /// @param outputs values by the keys of the outputs
    Converted run(Map<String, String> signature, Map<String, String> outputs) throws Problem {
        if (!options.outputs().isEmpty()) {
            outputs.keySet().retainAll(options.outputs());
        }
        if (outputs.isEmpty()) {
            throw Problem.of("tensorflow.noOutput", where);
        }
        List<String> last = outputs.values().stream().map(GraphNodes::name).toList();
        List<GraphNode> order = nodes.order(last, Set.of());
        requireKnown(order);
        for (Map.Entry<String, String> end : signature.entrySet()) {
            Optional<ValueInfo> given =
                    options.inputs().stream()
                            .filter(i -> GraphNodes.name(i.name()).equals(end.getKey()))
                            .findFirst();
            String name = GraphNodes.name(end.getValue());
            if (order.stream().anyMatch(node -> node.name().equals(name))) {
                input(nodes.node(name), end.getKey(), given);
            }
        }
        List<String> names = outputs.keySet().stream().map(g.builder()::reserve).toList();
        write(order);
        return converted(names, List.copyOf(outputs.values()));
    }

    private void input(GraphNode node, String name, Optional<ValueInfo> given) throws Problem {
        Optional<Shape> shape = given.flatMap(ValueInfo::shape);
        List<Size> sizes = new ArrayList<>();
        if (shape.isPresent()) {
            for (Dimension dimension : shape.get().dimensions()) {
                sizes.add(size(dimension, name, sizes.size()));
            }
        } else if (node.attributes().get("shape") instanceof Attribute.Sizes(var known)
                && known.isPresent()) {
            for (Size size : known.get()) {
                boolean open = size.number().orElse(-1) < 0;
                sizes.add(open ? free(name, sizes.size()) : size);
            }
        } else {
            throw Problem.of("tensorflow.shape", where, node.name());
        }
        ElementType type =
                given.map(ValueInfo::elementType)
                        .filter(t -> t != ElementType.UNDEFINED)
                        .orElse(type(node));
        if (type == ElementType.UNDEFINED || type == ElementType.STRING) {
            throw Problem.of("tensorflow.inputType", where, node.name());
        }
        values.put(node.name(), List.of(g.input(name, type, sizes)));
    }

    private static ElementType type(GraphNode node) {
        return node.attributes().get("dtype") instanceof Attribute.Type(ElementType type)
                ? type
                : ElementType.UNDEFINED;
    }

    private static Size size(Dimension dimension, String name, int axis) {
        return switch (dimension) {
            case Dimension.Fixed fixed -> Size.of(fixed.size());
            case Dimension.Named named -> Size.named(named.name());
            case Dimension.Free _ -> free(name, axis);
        };
    }

    private static Size free(String name, int axis) {
        return Size.named(axis == 0 ? "batch" : (name + "_" + axis).replaceAll("\\W+", "_"));
    }

    private Value value(String spelled) throws Problem {
        List<Value> outputs = values.getOrDefault(GraphNodes.name(spelled), List.of());
        int index = GraphNodes.output(spelled);
        if (index < 0 || index >= outputs.size()) {
            throw Problem.of("tensorflow.noNode", where, spelled);
        }
        return outputs.get(index);
    }

    private void write(GraphNode node) throws Problem {
        if (values.containsKey(node.name())) {
            return;
        }
        List<Value> inputs = new ArrayList<>();
        for (String input : node.values()) {
            inputs.add(value(input));
        }
        Call call = new Call(node, inputs, where);
        values.put(node.name(), Operators.of(node).orElseThrow().write(call, g));
        call.requireConsumed();
        g.shapes().advance();
        if (!g.shapes().conflicts().isEmpty()) {
            throw call.refused(
                    "tensorflow.conflict", node.operator(), g.shapes().conflicts().getFirst());
        }
    }
}
