package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Checker;
import gemwright.onnx.Graph;
import gemwright.onnx.Model;
import gemwright.onnx.OnnxFile;
import gemwright.onnx.ValueInfo;
import gemwright.scan.ScanResult;
import gemwright.source.SourceModel;
import gemwright.source.Summary;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What is in a model file.
///
/// @param format `onnx`, or what else the command line's contract names
/// @param parameters elements of all constants
/// @param bytes of the file, and of files beside it that hold its weights
/// @param macs multiplications with addition for one pass, free dimensions taken as 1; absent where
///   a shape is not known
/// @param operators how often each occurs, the most frequent first, sub-graphs counted too
/// @param safety whether opening it elsewhere could run foreign code
/// @param requirements libraries and versions that the file reveals: `torch==2.6.0`
/// @param faults where the model breaks the rules of its format
/// @param root the parts of a model that is no graph: a pipeline and its steps
/// @param nodes in the order of computation, nodes of sub-graphs behind the node they are in
/// @param tensors constants with their statistics; empty where they were not asked for
public record Inspection(
        String format,
        Producer producer,
        List<ValueInfo> inputs,
        List<ValueInfo> outputs,
        long parameters,
        long bytes,
        OptionalLong macs,
        Map<String, Long> operators,
        ScanResult safety,
        List<String> requirements,
        Map<String, String> metadata,
        List<Problem.Part> faults,
        Summary.Part root,
        List<NodeFigures> nodes,
        Optional<List<TensorFigures>> tensors) {
    public Inspection {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        operators = Collections.unmodifiableMap(new LinkedHashMap<>(operators));
        requirements = List.copyOf(requirements);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        faults = List.copyOf(faults);
        nodes = List.copyOf(nodes);
        tensors = tensors.map(List::copyOf);
    }

    /// The program that wrote the file; empty texts where the file does not say.
    public record Producer(String name, String version) {}

    /// The cost of these nodes together; absent where that of one is.
    public static OptionalLong totalMacs(List<NodeFigures> nodes) {
        return NodeFigures.total(nodes);
    }

    /// Looks into a model file.
    ///
    /// @param tensors whether to read every constant for its statistics
    public static Inspection of(Path path, boolean tensors, Progress progress) throws Problem {
        if (Opening.isOnnx(path)) {
            try (OnnxFile file = Opening.onnx(path)) {
                return of(file, tensors, progress);
            }
        }
        try (SourceModel model = Opening.any(path, progress)) {
            return of(model, tensors, progress);
        }
    }

    /// What a model of another format tells without being converted: parts, but no nodes.
    private static Inspection of(SourceModel model, boolean tensors, Progress progress)
            throws Problem {
        Summary summary = model.summary();
        Map<String, Long> operators = new LinkedHashMap<>();
        summary.operators().forEach((name, count) -> operators.put(name, (long) count));
        return new Inspection(
                summary.format(),
                summary.producer()
                        .map(p -> new Producer(p.name(), p.version()))
                        .orElse(new Producer("", "")),
                summary.inputs(),
                summary.outputs(),
                summary.parameters(),
                summary.bytes(),
                OptionalLong.empty(),
                operators,
                model.safety(),
                summary.requirements(),
                summary.metadata(),
                List.of(),
                summary.root(),
                List.of(),
                tensors
                        ? Optional.of(TensorFigures.of(model.tensors(), progress))
                        : Optional.empty());
    }

    /// Looks into an open ONNX model.
    ///
    /// @param tensors whether to read every constant for its statistics
    public static Inspection of(OnnxFile file, boolean tensors, Progress progress) throws Problem {
        return file.reading(model -> of(file, model, tensors, progress));
    }

    private static Inspection of(OnnxFile file, Model model, boolean tensors, Progress progress)
            throws Problem {
        Graph graph = model.graph();
        Constants constants = Constants.of(model);
        List<NodeFigures> nodes = NodeFigures.of(file, constants);
        Optional<List<TensorFigures>> figures =
                tensors
                        ? Optional.of(TensorFigures.of(constants.all(), progress))
                        : Optional.empty();
        return new Inspection(
                "onnx",
                new Producer(model.producerName(), model.producerVersion()),
                graph.requiredInputs(),
                graph.outputs(),
                constants.parameters() + NodeFigures.ownParameters(nodes),
                file.bytes() + constants.bytesBeside(),
                totalMacs(nodes),
                NodeFigures.operators(nodes),
                new ScanResult("onnx", List.of()), // nothing in an ONNX file is code
                Requirements.of(model),
                model.metadata().asMap(),
                Checker.check(model),
                new Summary.Part("", graph.name(), Map.of(), List.of()),
                nodes,
                figures);
    }
}
