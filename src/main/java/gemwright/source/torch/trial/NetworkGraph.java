package gemwright.source.torch.trial;

import gemwright.base.Problem;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Model;
import gemwright.onnx.Value;
import gemwright.source.ConvertOptions;
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
            inputs.add(input.name());
            values.add(aten.input(input.name(), input.type(), input.sizes()));
        }
        return values;
    }

    Model model(Map<String, Value> outputs) throws Problem {
        for (Map.Entry<String, Value> output : outputs.entrySet()) {
            String name = output.getKey();
            aten.output(inputs.contains(name) ? name + "_out" : name, output.getValue());
        }
        return aten.model();
    }
}
