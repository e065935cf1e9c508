package gemwright.source.onnxfile;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.onnx.Graph;
import gemwright.onnx.Model;
import gemwright.onnx.Node;
import gemwright.onnx.OnnxFile;
import gemwright.onnx.OperatorSet;
import gemwright.onnx.Tensor;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An open ONNX file.
final class OnnxSource implements SourceModel {
    private final Head head;
    private final OnnxFile file;

    OnnxSource(Head head, OnnxFile file) {
        this.head = head;
        this.file = file;
    }

    @Override
    public String format() {
        return FileKind.ONNX.id();
    }

    @Override
    public Summary summary() {
        Model model = file.model();
        Graph graph = model.graph();
        return new Summary(
                format(),
                producer(model),
                graph.requiredInputs(),
                graph.outputs(),
                parameters(model),
                file.bytes(),
                operators(model),
                List.of(),
                model.metadata().asMap(),
                new Summary.Part("", graph.name(), operatorSets(model), List.of()));
    }

    @Override
    public Optional<Graph> drawing() {
        return Optional.of(file.model().graph());
    }

    private static Optional<Summary.Producer> producer(Model model) {
        return model.producerName().isEmpty()
                ? Optional.empty()
                : Optional.of(new Summary.Producer(model.producerName(), model.producerVersion()));
    }

    private static Map<String, String> operatorSets(Model model) {
        Map<String, String> sets = new LinkedHashMap<>();
        for (OperatorSet set : model.operatorSets()) {
            String domain = set.domain().isEmpty() ? "ai.onnx" : set.domain();
            sets.put("opset " + domain, Long.toString(set.version()));
        }
        return sets;
    }

    private static long parameters(Model model) {
        return graphs(model).stream()
                .flatMap(graph -> graph.initializers().stream())
                .mapToLong(Tensor::size)
                .sum();
    }

    private static Map<String, Integer> operators(Model model) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Graph graph : graphs(model)) {
            for (Node node : graph.nodes()) {
                counts.merge(node.operator(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /// The graph and all that lie in its nodes.
    private static List<Graph> graphs(Model model) {
        List<Graph> all = new ArrayList<>();
        Deque<Graph> open = new ArrayDeque<>(List.of(model.graph()));
        while (!open.isEmpty()) {
            Graph graph = open.pop();
            all.add(graph);
            graph.nodes().forEach(node -> open.addAll(node.subGraphs()));
        }
        return all;
    }

    /// An ONNX file holds no code: what its operators do is the runtime's.
    @Override
    public ScanResult safety() {
        return new ScanResult(format(), List.of());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        return new Converted(file.model(), List.of());
    }

    @Override
    public void close() {
        file.close();
        head.close();
    }
}
