package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Checker;
import gemwright.onnx.Graph;
import gemwright.onnx.Model;
import gemwright.onnx.OnnxFile;
import gemwright.onnx.ValueInfo;

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
        Safety safety,
        List<String> requirements,
        Map<String, String> metadata,
        List<Problem.Part> faults,
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

    /// Whether opening the file elsewhere could run foreign code.
    ///
    /// @param verdict `safe`, `unknown`, `dangerous` or `damaged`
    public record Safety(String verdict, List<Reason> findings) {
        public Safety {
            findings = List.copyOf(findings);
        }

        /// What stands in the file, where, and why it matters.
        public record Reason(String where, String what, String why) {}
    }

    /// The cost of these nodes together; absent where that of one is.
    public static OptionalLong totalMacs(List<NodeFigures> nodes) {
        return NodeFigures.total(nodes);
    }

    /// Looks into a model file.
    ///
    /// @param tensors whether to read every constant for its statistics
    public static Inspection of(Path path, boolean tensors, Progress progress) throws Problem {
        try (OnnxFile file = Opening.onnx(path)) {
            return of(file, tensors, progress);
        }
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
                new Safety("safe", List.of()), // nothing in an ONNX file is code
                Requirements.of(model),
                model.metadata().asMap(),
                Checker.check(model),
                nodes,
                figures);
    }
}
