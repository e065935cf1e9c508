package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.onnx.transpose.Transposes;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes the operators of a file into a graph, one after the other.
final class TfliteConversion {
    /// The first with GELU.
    private static final int OPSET = 20;

    /// The first that quantizes to 16 and to 4 bits.
    private static final int WIDE_OPSET = 21;

    private final TfliteFile file;
    private final TfliteGraph graph;
    private final Progress progress;
    private final SizedGraph g;
    private final Values values;
    private final Set<String> inputs = new HashSet<>();

    TfliteConversion(TfliteFile file, ConvertOptions options, Progress progress) {
        this.file = file;
        this.graph = file.graph();
        this.progress = progress;
        this.g = new SizedGraph(options.opset().orElse(opset(graph)));
        this.values = new Values(graph, g, file.where());
    }

    private static int opset(TfliteGraph graph) {
        return graph.tensors().stream()
                        .filter(Values::isQuantized)
                        .anyMatch(
                                t -> t.type() == ElementType.INT16 || t.type() == ElementType.INT4)
                ? WIDE_OPSET
                : OPSET;
    }

    Converted run() throws Problem {
        requireKnown();
        for (long place : graph.inputs()) {
            input((int) place);
        }
        List<String> outputs = new ArrayList<>();
        for (long place : graph.outputs()) {
            outputs.add(g.builder().reserve(graph.tensors().get((int) place).name()));
        }
        long done = 0;
        for (TfliteNode node : graph.nodes()) {
            progress.step("converting", done++, graph.nodes().size());
            write(node);
        }
        for (int i = 0; i < outputs.size(); i++) {
            g.output(outputs.get(i), values.stored((int) graph.outputs().at(i)));
        }
        return new Converted(Transposes.cancelled(g.model(), progress), notes());
    }

    /// All operators without a form in ONNX, at once.
    private void requireKnown() throws Problem {
        Map<String, Problem.Part> refused = new LinkedHashMap<>();
        for (TfliteNode node : graph.nodes()) {
            if (Operators.of(node).isEmpty()) {
                refused.merge(node.operator(), part(node), (first, _) -> first.more());
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.of(List.copyOf(refused.values()));
        }
    }

    private Problem.Part part(TfliteNode node) {
        String output = graph.tensors().get((int) node.outputs().at(0)).name();
        return Problem.Part.of(
                node.custom() ? "tflite.custom" : "tflite.operator",
                file.where() + ", " + output,
                node.operator());
    }

    private void input(int place) throws Problem {
        TfliteTensor tensor = graph.tensors().get(place);
        if (tensor.type() == ElementType.UNDEFINED) {
            throw Problem.of("tflite.nothing", file.where(), tensor.name());
        }
        if (!inputs.add(tensor.name())) {
            throw Problem.of("tflite.damaged", file.where(), "two inputs " + tensor.name());
        }
        values.store(place, g.input(tensor.name(), tensor.type(), tensor.sizes()));
    }

    private void write(TfliteNode node) throws Problem {
        Call call = new Call(node, graph, values, file.where());
        List<Value> outputs = Operators.of(node).orElseThrow().write(call, g);
        call.requireConsumed();
        for (int i = 0; i < outputs.size() && i < node.outputs().size(); i++) {
            values.give((int) node.outputs().at(i), outputs.get(i));
        }
        g.shapes().advance();
        if (!g.shapes().conflicts().isEmpty()) {
            throw call.refused(
                    "tflite.conflict", node.operator(), g.shapes().conflicts().getFirst());
        }
    }

    private List<Problem.Part> notes() {
        boolean fixed =
                graph.inputs().stream()
                        .map(place -> graph.tensors().get(place.intValue()))
                        .allMatch(t -> t.sizes().stream().allMatch(Size::isKnown));
        return fixed ? List.of(Problem.Part.of("tflite.staticBatch", file.where())) : List.of();
    }
}
