package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Dimension;
import gemwright.onnx.Graph;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Model;
import gemwright.onnx.Value;
import gemwright.source.ConvertOptions;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.script.ScriptValue.Plain;
import gemwright.source.torch.script.ScriptValue.TensorRef;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows `forward` with inputs of given types and shapes.
final class Trial {
    private static final int OPSET = 20;

    private final ScriptArchive archive;
    private final GraphBuilder builder;
    private final AtenGraph g;
    private final Progress progress;
    private boolean withoutBatch;
    private final Set<String> inputs = new HashSet<>();

    Trial(ScriptArchive archive, ConvertOptions options, Progress progress) {
        this.archive = archive;
        this.progress = progress;
        this.builder =
                new GraphBuilder("torchscript", GraphBuilder.opset(options.opset().orElse(OPSET)));
        this.g = new AtenGraph(builder);
    }

    Model run(InputGuess guess) throws Problem {
        List<ScriptValue> arguments = new ArrayList<>();
        for (InputGuess.Input input : guess.inputs()) {
            Dimension[] dimensions =
                    input.sizes().stream()
                            .map(ScriptConversion::dimension)
                            .toArray(Dimension[]::new);
            Value value = builder.input(input.name(), input.type(), dimensions);
            inputs.add(input.name());
            g.shapes().learn(value, input.sizes());
            arguments.add(new TensorRef(value));
        }
        ScriptArchive.State state = archive.state();
        Interpreter interpreter = new Interpreter(archive, state, g, progress);
        ScriptValue result = followed(interpreter, state, arguments);
        withoutBatch = interpreter.withoutBatch();
        for (Map.Entry<String, TensorRef> output : outputs(result).entrySet()) {
            if (output.getValue().isStale()) {
                throw Problem.of("torch.alias", archive.where());
            }
            output(output.getKey(), output.getValue().value(g));
        }
        return pruned(builder.build());
    }

    /// The result; where operators are missing, all of them are told.
    private static ScriptValue followed(
            Interpreter interpreter, ScriptArchive.State state, List<ScriptValue> arguments)
            throws Problem {
        try {
            ScriptValue result = interpreter.call(state.module(), "forward", arguments);
            if (interpreter.missing().isEmpty()) {
                return result;
            }
        } catch (Problem problem) {
            if (interpreter.missing().isEmpty()) {
                throw problem;
            }
        }
        throw Problem.of(interpreter.missing());
    }

    private void output(String name, Value value) throws Problem {
        Dimension[] dimensions =
                g.shape(value).stream().map(ScriptConversion::dimension).toArray(Dimension[]::new);
        builder.output(value.name().equals(name) ? name : free(name), value, dimensions);
    }

    /// Sizes of the inputs that the script can only mean.
    Map<String, Long> required() {
        return g.shapes().required();
    }

    /// Whether a layer took its input for a single sample, as some do by its rank.
    boolean withoutBatch() {
        return withoutBatch;
    }

    /// Operators name their outputs in their own way; only an input can have taken the name.
    private String free(String name) {
        return inputs.contains(name) ? name + "_out" : name;
    }

    /// The tensors of a result in order; of a dictionary by its keys.
    private Map<String, TensorRef> outputs(ScriptValue result) throws Problem {
        Map<String, TensorRef> outputs = new LinkedHashMap<>();
        if (result instanceof TensorRef tensor) {
            outputs.put("output", tensor);
        } else {
            gather(result, "output", outputs);
        }
        if (outputs.isEmpty()) {
            throw Problem.of("torch.noOutput", archive.where());
        }
        return outputs;
    }

    private void gather(ScriptValue value, String name, Map<String, TensorRef> outputs)
            throws Problem {
        switch (value) {
            case TensorRef tensor -> outputs.put(name, tensor);
            case ScriptValue.Dictionary dictionary -> {
                for (Map.Entry<AtenValue, ScriptValue> entry : dictionary.entries().entrySet()) {
                    String key =
                            entry.getKey() instanceof AtenValue.Text(String text)
                                    ? text
                                    : name + "_" + outputs.size();
                    gather(entry.getValue(), key, outputs);
                }
            }
            case ScriptValue.Tuple tuple when !tuple.names().isEmpty() -> {
                for (int i = 0; i < tuple.items().size(); i++) {
                    gather(tuple.items().get(i), tuple.names().get(i), outputs);
                }
            }
            case Plain(AtenValue.None _) -> {}
            default -> {
                List<ScriptValue> items = value.asItems().orElse(List.of());
                if (items.isEmpty()) {
                    throw Problem.of("torch.noOutput", archive.where());
                }
                for (int i = 0; i < items.size(); i++) {
                    gather(items.get(i), name + "_" + i, outputs);
                }
            }
        }
    }

    /// Without what no output needs; inputs stay, also those that nothing reads.
    private static Model pruned(Model model) {
        Graph graph = model.graph();
        return model.withGraph(Needed.of(graph));
    }
}
