package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.shape.Size;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.torch.script.syntax.Expression;
import gemwright.source.torch.script.syntax.Method;
import gemwright.source.torch.trial.InputGuess;
import gemwright.source.torch.trial.Network;
import gemwright.source.torch.trial.Trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes ONNX of a script: finds out what its inputs are, and follows `forward` with them.
///
/// A trace has the inputs that it was made with in the archive; the first axis is free then. For
/// anything else the user may give types and shapes; what he leaves open is tried out, the usual
/// first, until one goes through all that the script checks and all shapes fit.
final class ScriptConversion {
    private final ScriptArchive archive;
    private final ConvertOptions options;
    private final Progress progress;

    ScriptConversion(ScriptArchive archive, ConvertOptions options, Progress progress) {
        this.archive = archive;
        this.options = options;
        this.progress = progress;
    }

    Converted run() throws Problem {
        List<Method.Parameter> inputs = inputs(archive.forward());
        Network network = (values, g) -> new Following(archive, g, progress).run(values);
        return new Trials(network, options, archive.where()).run(guesses(inputs));
    }

    /// The parameters that are inputs of the model: tensors without a default.
    private List<Method.Parameter> inputs(Method forward) throws Problem {
        List<Method.Parameter> inputs = new ArrayList<>();
        List<Problem.Part> others = new ArrayList<>();
        List<Method.Parameter> all = forward.parameters();
        for (Method.Parameter parameter : all.subList(Math.min(1, all.size()), all.size())) {
            boolean tensor =
                    parameter.type() instanceof Expression.Name(String name, _)
                            && name.equals("Tensor");
            boolean optional = Forms.shown(parameter.type()).startsWith("Optional[");
            if (tensor && parameter.value().isEmpty()) {
                inputs.add(parameter);
            } else if (parameter.value().isEmpty() && !optional) {
                others.add(
                        Problem.Part.of(
                                "torch.input",
                                archive.where() + ", " + parameter.name(),
                                parameter.name(),
                                Forms.shown(parameter.type())));
            }
        }
        if (!others.isEmpty()) {
            throw Problem.of(others);
        }
        return inputs;
    }

    private List<InputGuess> guesses(List<Method.Parameter> inputs) throws Problem {
        List<String> names = inputs.stream().map(Method.Parameter::name).toList();
        List<ValueInfo> given = new ArrayList<>();
        for (String name : names) {
            given.add(given(name));
        }
        Optional<List<ExampleInput>> example =
                archive.example().filter(e -> e.size() == names.size());
        if (example.isEmpty()) {
            return InputGuess.open(names, given);
        }
        List<InputGuess.Input> like = new ArrayList<>();
        for (ExampleInput one : example.get()) {
            List<Size> sizes = one.sizes().stream().map(Size::of).toList();
            like.add(new InputGuess.Input(names.get(like.size()), one.type(), sizes));
        }
        return InputGuess.like(like, given);
    }

    private ValueInfo given(String name) {
        return options.inputs().stream()
                .filter(input -> input.name().equals(name))
                .findFirst()
                .orElse(new ValueInfo(name));
    }
}
