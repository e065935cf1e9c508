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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// An open SavedModel.
final class SavedModel implements SourceModel {
    private final Head head;
    private final SavedGraph graph;
    private final Checkpoint variables;

    SavedModel(Head head, SavedGraph graph, Checkpoint variables) {
        this.head = head;
        this.graph = graph;
        this.variables = variables;
    }

    @Override
    public String format() {
        return FileKind.SAVED_MODEL.id();
    }

    @Override
    public Summary summary() {
        Map<String, Integer> operators = new TreeMap<>();
        graph.nodes().forEach(node -> operators.merge(node.operator(), 1, Integer::sum));
        for (Function function : graph.functions().values()) {
            function.nodes().forEach(node -> operators.merge(node.operator(), 1, Integer::sum));
        }
        String version = graph.version();
        return new Summary(
                format(),
                Optional.of(new Summary.Producer("TensorFlow", version)),
                List.of(),
                List.of(),
                tensors().stream()
                        .filter(tensor -> tensor.type().isFloating())
                        .mapToLong(Tensor::size)
                        .sum(),
                head.bytes().byteSize(),
                operators,
                List.of(version.isEmpty() ? "tensorflow" : "tensorflow==" + version),
                Map.of("signatures", String.join(", ", graph.signatures().keySet())),
                new Summary.Part("", "", Map.of(), List.of()));
    }

    @Override
    public List<Tensor> tensors() {
        try {
            return variables.tensors();
        } catch (Problem damaged) {
            // Conversion says what is wrong; what can be seen is shown.
            return List.of();
        }
    }

    @Override
    public Optional<Graph> drawing() {
        try {
            String where = head.path().toString();
            Inlining inlining = new Inlining(graph, where);
            List<String> results = new ArrayList<>(signature(where).outputs().values());
            GraphNodes all = new GraphNodes(inlining.run(results, Map.of()), where);
            List<String> ends = new ArrayList<>();
            for (String result : results) {
                ends.add(GraphNodes.name(inlining.resolved(result)));
            }
            return Optional.of(GraphDrawing.of(all.order(ends, Set.of()), ends));
        } catch (Problem unclear) {
            // Conversion says what is wrong.
            return Optional.empty();
        }
    }

    @Override
    public ScanResult safety() {
        return Scan.of(FileKind.SAVED_MODEL, head.bytes(), Progress.none());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        String where = head.path().toString();
        SavedGraph.Signature signature = signature(where);
        Map<String, Tensor> contents = new HashMap<>();
        for (Map.Entry<String, String> key : Inlining.keys(graph).entrySet()) {
            variables.tensor(key.getValue()).ifPresent(t -> contents.put(key.getKey(), t));
        }
        Inlining inlining = new Inlining(graph, where);
        List<String> results = new ArrayList<>(signature.outputs().values());
        List<GraphNode> nodes = inlining.run(results, contents);
        Map<String, String> outputs = new TreeMap<>();
        for (Map.Entry<String, String> output : signature.outputs().entrySet()) {
            outputs.put(output.getKey(), inlining.resolved(output.getValue()));
        }
        return new GraphConversion(nodes, where, options, progress)
                .run(signature.inputs(), outputs);
    }

    private SavedGraph.Signature signature(String where) throws Problem {
        SavedGraph.Signature usual = graph.signatures().get("serving_default");
        List<SavedGraph.Signature> usable =
                graph.signatures().values().stream().filter(s -> !s.outputs().isEmpty()).toList();
        if (usual == null && usable.size() != 1) {
            throw Problem.of("tensorflow.signature", where, usable.size());
        }
        return usual == null ? usable.getFirst() : usual;
    }

    @Override
    public void close() {
        variables.close();
        head.close();
    }
}
