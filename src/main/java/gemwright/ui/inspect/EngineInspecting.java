package gemwright.ui.inspect;

import gemwright.base.AtomicFile;
import gemwright.base.Fingerprint;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.npy.NpyWriter;
import gemwright.onnx.ElementType;
import gemwright.onnx.Graph;
import gemwright.onnx.Model;
import gemwright.onnx.Node;
import gemwright.onnx.OnnxFile;
import gemwright.onnx.Tensor;
import gemwright.onnx.ValueInfo;
import gemwright.scan.ScanResult;
import gemwright.scan.Verdict;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Sources;
import gemwright.source.Summary;
import gemwright.workbench.Inspection;
import gemwright.workbench.NodeFigures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads what the Model screen shows with the engine.
final class EngineInspecting implements Inspecting {
    @Override
    public Inspected inspect(Path file, Progress progress) throws Problem {
        try (SourceModel source = Sources.open(file, progress)) {
            Summary summary = source.summary();
            List<ValueRow> values = values(summary.inputs(), summary.outputs());
            boolean onnx = summary.format().equals("onnx");
            ScanResult safety = source.safety();
            boolean safe = safety.verdict() == Verdict.SAFE;
            Content content = onnx ? graph(file, progress) : content(source, summary, progress);
            return new Inspected(
                    file,
                    summary.format(),
                    summary.producer()
                            .map(it -> (it.name() + " " + it.version()).strip())
                            .orElse(""),
                    summary.bytes(),
                    safe ? "" : Fingerprint.of(Head.file(file), progress).sha256(),
                    safe ? Optional.empty() : SuspectBytes.of(Head.file(file), safety),
                    safety.verdict(),
                    safety.findings(),
                    summary.operators().size(),
                    content.placement,
                    content.nodes,
                    content.tensors,
                    values,
                    metadata(summary));
        }
    }

    private record Content(Placement placement, List<NodeRow> nodes, List<TensorRow> tensors) {}

    private static Map<String, String> metadata(Summary summary) {
        Map<String, String> all = new LinkedHashMap<>(summary.metadata());
        for (String requirement : summary.requirements()) {
            int at = requirement.indexOf("==");
            all.put(
                    at < 0 ? requirement : requirement.substring(0, at),
                    at < 0 ? "" : requirement.substring(at + 2));
        }
        return all;
    }

    private static List<ValueRow> values(List<ValueInfo> inputs, List<ValueInfo> outputs) {
        List<ValueRow> rows = new ArrayList<>();
        inputs.forEach(value -> rows.add(row(value, false)));
        outputs.forEach(value -> rows.add(row(value, true)));
        return rows;
    }

    private static ValueRow row(ValueInfo value, boolean output) {
        String type =
                value.elementType() == ElementType.UNDEFINED
                        ? value.type().map(Object::toString).orElse("")
                        : value.elementType().spelling();
        return new ValueRow(
                value.name(), output, type, value.shape().map(Object::toString).orElse(""));
    }

    private static Content content(SourceModel source, Summary summary, Progress progress) {
        Optional<Graph> drawing = source.drawing();
        return drawing.isPresent() ? network(drawing.get()) : parts(summary, progress);
    }

    /// A network as its file has it; its weights have no figures of their own here.
    private static Content network(Graph graph) {
        List<NodeRow> rows = new ArrayList<>();
        for (Node node : graph.nodes()) {
            rows.add(
                    new NodeRow(
                            GraphDiagram.id(rows.size()),
                            node.name(),
                            node.operator(),
                            String.join(", ", node.inputs()),
                            String.join(", ", node.outputs()),
                            0,
                            OptionalLong.empty(),
                            0,
                            Map.of(),
                            List.of()));
        }
        return new Content(GraphDiagram.of(graph), rows, List.of());
    }

    private static Content parts(Summary summary, Progress progress) {
        List<String> inputs = summary.inputs().stream().map(ValueInfo::name).toList();
        List<String> outputs = summary.outputs().stream().map(ValueInfo::name).toList();
        progress.step("reading", 1, 1);
        List<NodeRow> rows = new ArrayList<>();
        flatten(summary.root(), rows);
        return new Content(PartDiagram.of(summary.root(), inputs, outputs), rows, List.of());
    }

    private static void flatten(Summary.Part part, List<NodeRow> rows) {
        rows.add(
                new NodeRow(
                        PartDiagram.id(part.path()),
                        part.path(),
                        part.type(),
                        "",
                        "",
                        0,
                        OptionalLong.empty(),
                        0,
                        part.settings(),
                        List.of()));
        part.parts().forEach(below -> flatten(below, rows));
    }

    private static Content graph(Path file, Progress progress) throws Problem {
        try (OnnxFile opened = OnnxFile.open(file)) {
            return opened.reading(
                    model -> {
                        progress.step("reading", 1, 1);
                        return new Content(
                                GraphDiagram.of(model.graph()),
                                nodes(model, Inspection.of(opened, false, progress).nodes()),
                                tensors(model.graph()));
                    });
        }
    }

    private static List<NodeRow> nodes(Model model, List<NodeFigures> figures) {
        Graph graph = model.graph();
        Map<String, Tensor> constants = new HashMap<>();
        graph.initializers().forEach(tensor -> constants.put(tensor.name(), tensor));
        List<NodeRow> rows = new ArrayList<>();
        int figure = 0;
        for (int i = 0; i < graph.nodes().size(); i++) {
            Node node = graph.nodes().get(i);
            rows.add(row(i, node, figures.get(figure), constants));
            // nodes of sub-graphs stand behind the node they are in
            figure += size(node);
        }
        return rows;
    }

    private static int size(Node node) {
        return 1
                + node.subGraphs().stream()
                        .flatMap(inner -> inner.nodes().stream())
                        .mapToInt(EngineInspecting::size)
                        .sum();
    }

    private static NodeRow row(
            int place, Node node, NodeFigures figures, Map<String, Tensor> constants) {
        List<Tensor> weights =
                node.inputs().stream()
                        .map(constants::get)
                        .flatMap(tensor -> Optional.ofNullable(tensor).stream())
                        .sorted(Comparator.comparingLong((Tensor t) -> -t.data().bytes()))
                        .toList();
        Map<String, String> settings = new LinkedHashMap<>();
        node.attributes().forEach(one -> settings.put(one.name(), AttributeText.of(one)));
        String inputs =
                String.join(
                        ", ",
                        node.inputs().stream()
                                .filter(name -> !constants.containsKey(name))
                                .toList());
        return new NodeRow(
                GraphDiagram.id(place),
                figures.name(),
                node.operator(),
                inputs,
                String.join(", ", node.outputs()),
                figures.parameters(),
                figures.macs(),
                figures.bytes(),
                settings,
                weights.stream().map(Tensor::name).toList());
    }

    private static List<TensorRow> tensors(Graph graph) {
        return graph.initializers().stream()
                .map(
                        tensor ->
                                new TensorRow(
                                        tensor.name(),
                                        tensor.type().numpy(),
                                        tensor.shape().toString(),
                                        tensor.size(),
                                        tensor.data().bytes()))
                .toList();
    }

    @Override
    public WeightStatistics statistics(Path file, String tensor, Progress progress) throws Problem {
        try (OnnxFile opened = OnnxFile.open(file)) {
            return opened.reading(model -> Histogram.of(find(model, tensor, file), progress));
        }
    }

    private static Tensor find(Model model, String tensor, Path file) throws Problem {
        return model.graph()
                .initializer(tensor)
                .orElseThrow(() -> Problem.of("window.noTensor", file, tensor));
    }

    @Override
    public void export(Path file, String tensor, Path target, Progress progress) throws Problem {
        try (OnnxFile opened = OnnxFile.open(file)) {
            opened.reading(
                    model -> {
                        Tensor found = find(model, tensor, file);
                        String type = numpyType(found);
                        progress.step("writing", 0, 1);
                        AtomicFile.write(
                                target,
                                out ->
                                        NpyWriter.numbers(
                                                out, type, shape(found), found.data().raw()));
                        return target;
                    });
        }
    }

    private static List<Long> shape(Tensor tensor) {
        return Arrays.stream(tensor.shape().toLongs()).boxed().toList();
    }

    private static String numpyType(Tensor tensor) throws Problem {
        ElementType type = tensor.type();
        String kind =
                switch (type) {
                    case FLOAT, DOUBLE, FLOAT16 -> "<f";
                    case INT16, INT32, INT64 -> "<i";
                    case UINT16, UINT32, UINT64 -> "<u";
                    case INT8 -> "|i";
                    case UINT8 -> "|u";
                    case BOOL -> "|b";
                    case COMPLEX64, COMPLEX128 -> "<c";
                    default -> throw Problem.of("window.notNumpy", tensor.name(), type.spelling());
                };
        return kind + type.bits() / 8;
    }
}
