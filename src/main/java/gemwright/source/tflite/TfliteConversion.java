package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Model;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.onnx.transpose.Transposes;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.sized.Needed;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashMap;
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
    private final GraphBuilder builder;
    private final SizedGraph g;
    private final Values values;
    private final Set<String> inputs = new HashSet<>();

    TfliteConversion(TfliteFile file, ConvertOptions options, Progress progress) {
        this.file = file;
        this.graph = file.graph();
        this.progress = progress;
        this.builder =
                new GraphBuilder(
                        "network", GraphBuilder.opset(options.opset().orElse(opset(graph))));
        this.g = new SizedGraph(builder);
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
            outputs.add(builder.reserve(graph.tensors().get((int) place).name()));
        }
        long done = 0;
        for (TfliteNode node : graph.nodes()) {
            progress.step("converting", done++, graph.nodes().size());
            write(node);
        }
        for (int i = 0; i < outputs.size(); i++) {
            output(outputs.get(i), (int) graph.outputs().at(i));
        }
        Model model = builder.build();
        Model lean = model.withGraph(Needed.of(model.graph()));
        return new Converted(Transposes.cancelled(lean, progress), notes());
    }

    /// All operators without a form in ONNX, at once.
    private void requireKnown() throws Problem {
        Map<String, TfliteNode> first = new LinkedHashMap<>();
        Map<String, Integer> count = new HashMap<>();
        for (TfliteNode node : graph.nodes()) {
            if (Operators.of(node).isEmpty()) {
                first.putIfAbsent(node.operator(), node);
                count.merge(node.operator(), 1, Integer::sum);
            }
        }
        if (!first.isEmpty()) {
            List<Problem.Part> parts = new ArrayList<>();
            first.forEach((name, node) -> parts.add(part(node, count.getOrDefault(name, 1))));
            throw Problem.of(parts);
        }
    }

    private Problem.Part part(TfliteNode node, int count) {
        String output = graph.tensors().get((int) node.outputs().at(0)).name();
        return new Problem.Part(
                node.custom() ? "tflite.custom" : "tflite.operator",
                file.where() + ", " + output,
                List.of(node.operator()),
                count);
    }

    private void input(int place) throws Problem {
        TfliteTensor tensor = graph.tensors().get(place);
        if (tensor.type() == ElementType.UNDEFINED) {
            throw Problem.of("tflite.nothing", file.where(), tensor.name());
        }
        if (!inputs.add(tensor.name())) {
            throw Problem.of("tflite.damaged", file.where(), "two inputs " + tensor.name());
        }
        Value value = builder.input(tensor.name(), tensor.type(), dimensions(tensor.sizes()));
        g.shapes().learn(value, tensor.sizes());
        values.store(place, value);
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

    private void output(String name, int place) throws Problem {
        Value value = values.stored(place);
        builder.output(name, value, dimensions(g.shape(value)));
    }

    private static Dimension[] dimensions(List<Size> sizes) {
        return sizes.stream().map(TfliteConversion::dimension).toArray(Dimension[]::new);
    }

    private static Dimension dimension(Size size) {
        if (size.isKnown()) {
            return Dimension.of(Math.max(0, size.number().orElse(0)));
        }
        return size.name().map(Dimension::of).orElseGet(Dimension::free);
    }

    private List<Problem.Part> notes() {
        boolean fixed =
                graph.inputs().stream()
                        .map(place -> graph.tensors().get(place.intValue()))
                        .allMatch(t -> t.sizes().stream().allMatch(Size::isKnown));
        return fixed ? List.of(Problem.Part.of("tflite.staticBatch", file.where())) : List.of();
    }
}
