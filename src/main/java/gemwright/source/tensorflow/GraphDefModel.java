package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.onnx.Graph;
import gemwright.onnx.Tensor;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// An open frozen graph.
final class GraphDefModel implements SourceModel {
    private final Head head;
    private final List<GraphNode> nodes;

    GraphDefModel(Head head, List<GraphNode> nodes) {
        this.head = head;
        this.nodes = List.copyOf(nodes);
    }

    @Override
    public String format() {
        return FileKind.FROZEN_GRAPH.id();
    }

    @Override
    public Summary summary() {
        Map<String, Integer> operators = new TreeMap<>();
        nodes.forEach(node -> operators.merge(node.operator(), 1, Integer::sum));
        return new Summary(
                format(),
                Optional.of(new Summary.Producer("TensorFlow", "")),
                List.of(),
                List.of(),
                tensors().stream()
                        .filter(tensor -> tensor.type().isFloating())
                        .mapToLong(Tensor::size)
                        .sum(),
                head.bytes().byteSize(),
                operators,
                List.of("tensorflow"),
                Map.of(),
                new Summary.Part("", "", Map.of(), List.of()));
    }

    @Override
    public List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        for (GraphNode node : nodes) {
            if (node.attributes().get("value") instanceof Attribute.Content(Tensor tensor)
                    && tensor.type().bits() > 0) {
                tensors.add(tensor.withName(node.name()));
            }
        }
        return tensors;
    }

    @Override
    public Optional<Graph> drawing() {
        try {
            GraphNodes all = new GraphNodes(nodes, head.path().toString());
            List<String> ends = all.ends();
            return Optional.of(GraphDrawing.of(all.order(ends, Set.of()), ends));
        } catch (Problem loop) {
            // Conversion says what is wrong; a loop has no order to be drawn in.
            return Optional.empty();
        }
    }

    @Override
    public ScanResult safety() {
        return Scan.of(FileKind.FROZEN_GRAPH, head.bytes(), Progress.none());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        return new GraphConversion(nodes, head.path().toString(), options, progress).run();
    }

    @Override
    public void close() {
        head.close();
    }
}
