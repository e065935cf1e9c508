package gemwright.source.tflite;

import gemwright.onnx.Graph;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.ValueType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The operators of a file and the tensors between them, to be drawn.
final class TfliteDrawing {
    private final TfliteGraph graph;
    private final List<String> names = new ArrayList<>();

    private TfliteDrawing(TfliteGraph graph) {
        this.graph = graph;
        Set<String> taken = new HashSet<>();
        for (TfliteTensor tensor : graph.tensors()) {
            boolean free = taken.add(tensor.name());
            names.add(free ? tensor.name() : tensor.name() + "#" + names.size());
        }
    }

    static Graph of(TfliteGraph graph) {
        TfliteDrawing drawing = new TfliteDrawing(graph);
        List<Node> nodes = graph.nodes().stream().map(drawing::node).toList();
        return new Graph(
                "", nodes, List.of(), drawing.ends(graph.inputs()), drawing.ends(graph.outputs()));
    }

    private Node node(TfliteNode node) {
        List<String> inputs = new ArrayList<>();
        for (long place : node.inputs()) {
            if (place >= 0 && graph.tensors().get((int) place).content().isEmpty()) {
                inputs.add(names.get((int) place));
            }
        }
        List<String> outputs = new ArrayList<>();
        node.outputs().stream().filter(p -> p >= 0).forEach(p -> outputs.add(name(p)));
        return new Node(outputs.getFirst(), node.operator(), "", inputs, outputs, List.of());
    }

    private String name(long place) {
        return names.get((int) place);
    }

    private List<ValueInfo> ends(Longs places) {
        return places.stream()
                .map(
                        place ->
                                new ValueInfo(
                                        name(place),
                                        ValueType.tensorOfAnyRank(
                                                graph.tensors().get(place.intValue()).type())))
                .toList();
    }
}
