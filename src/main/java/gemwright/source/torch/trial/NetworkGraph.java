package gemwright.source.torch.trial;

import gemwright.base.Problem;
import gemwright.onnx.Dimension;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Model;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.ConvertOptions;
import gemwright.source.sized.Needed;
import gemwright.source.torch.aten.AtenGraph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The graph of one trial: inputs in, outputs out, nothing that no output needs.
final class NetworkGraph {
    /// The first with GELU.
    private static final int OPSET = 20;

    private final GraphBuilder builder;
    private final AtenGraph aten;
    private final Set<String> inputs = new HashSet<>();

    NetworkGraph(ConvertOptions options) {
        builder = new GraphBuilder("network", GraphBuilder.opset(options.opset().orElse(OPSET)));
        aten = new AtenGraph(builder);
    }

    /// How many nodes there are so far.
    int nodes() {
        return builder.graph().nodes().size();
    }

    AtenGraph aten() {
        return aten;
    }

    List<Value> inputs(InputGuess guess) {
        List<Value> values = new ArrayList<>();
        for (InputGuess.Input input : guess.inputs()) {
            Dimension[] dimensions =
                    input.sizes().stream().map(NetworkGraph::dimension).toArray(Dimension[]::new);
            Value value = builder.input(input.name(), input.type(), dimensions);
            inputs.add(input.name());
            aten.shapes().learn(value, input.sizes());
            values.add(value);
        }
        return values;
    }

    Model model(Map<String, Value> outputs) throws Problem {
        for (Map.Entry<String, Value> output : outputs.entrySet()) {
            Value value = output.getValue();
            Dimension[] dimensions =
                    aten.shape(value).stream()
                            .map(NetworkGraph::dimension)
                            .toArray(Dimension[]::new);
            String name = output.getKey();
            builder.output(inputs.contains(name) ? name + "_out" : name, value, dimensions);
        }
        Model model = builder.build();
        return model.withGraph(Needed.of(model.graph()));
    }

    private static Dimension dimension(Size size) {
        if (size.isKnown()) {
            return Dimension.of(Math.max(0, size.number().orElse(0)));
        }
        return size.name()
                .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"))
                .map(Dimension::of)
                .orElseGet(Dimension::free);
    }
}
