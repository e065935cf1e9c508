package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Value;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.script.ScriptValue.Plain;
import gemwright.source.torch.script.ScriptValue.TensorRef;
import gemwright.source.torch.trial.Network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Follows `forward` with inputs of given types and shapes, and takes its result apart.
final class Following {
    private final ScriptArchive archive;
    private final AtenGraph g;
    private final Progress progress;

    Following(ScriptArchive archive, AtenGraph g, Progress progress) {
        this.archive = archive;
        this.g = g;
        this.progress = progress;
    }

    Network.Written run(List<Value> inputs) throws Problem {
        List<ScriptValue> arguments = new ArrayList<>();
        inputs.forEach(input -> arguments.add(new TensorRef(input)));
        ScriptArchive.State state = archive.state();
        Interpreter interpreter = new Interpreter(archive, state, g, progress);
        ScriptValue result = followed(interpreter, state, arguments);
        Map<String, Value> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, TensorRef> output : outputs(result).entrySet()) {
            if (output.getValue().isStale()) {
                throw Problem.of("torch.alias", archive.where());
            }
            outputs.put(output.getKey(), output.getValue().value(g));
        }
        return new Network.Written(outputs, interpreter.withoutBatch());
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
}
