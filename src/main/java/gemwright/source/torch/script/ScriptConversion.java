package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Dimension;
import gemwright.onnx.Model;
import gemwright.onnx.ValueInfo;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.torch.script.syntax.Expression;
import gemwright.source.torch.script.syntax.Method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes ONNX of a script: finds out what its inputs are, and follows `forward` with them.
///
/// A trace has the inputs that it was made with in the archive; the first axis is free then. For
/// anything else the user may give types and shapes; what he leaves open is tried out, the usual
/// first, until one goes through all that the script checks and all shapes fit.
final class ScriptConversion {
    private static final int MOST_TRIALS = 200;

    private final ScriptArchive archive;
    private final ConvertOptions options;
    private final Progress progress;

    ScriptConversion(ScriptArchive archive, ConvertOptions options, Progress progress) {
        this.archive = archive;
        this.options = options;
        this.progress = progress;
    }

    Converted run() throws Problem {
        Method forward = archive.forward();
        List<Method.Parameter> inputs = inputs(forward);
        List<Problem> refused = new ArrayList<>();
        Optional<Converted> single = Optional.empty();
        int tried = 0;
        for (InputGuess guess : guesses(inputs)) {
            if (++tried > MOST_TRIALS) {
                break;
            }
            try {
                Attempt attempt = attempt(guess);
                if (guess.certain() || !attempt.trial().withoutBatch()) {
                    return attempt.converted();
                }
                // Layers that also take a single sample would give a model for just that.
                single = single.isPresent() ? single : Optional.of(attempt.converted());
            } catch (Problem problem) {
                refused.add(problem);
            }
        }
        if (single.isPresent()) {
            return single.get();
        }
        throw best(refused);
    }

    /// A way through the script.
    private record Attempt(Trial trial, Converted converted) {}

    /// Follows the script, and again with what that told of its inputs.
    private Attempt attempt(InputGuess first) throws Problem {
        InputGuess guess = first;
        while (true) {
            Trial trial = new Trial(archive, options, progress);
            Optional<Problem> refused = Optional.empty();
            Optional<Model> model = Optional.empty();
            try {
                model = Optional.of(trial.run(guess));
            } catch (Problem problem) {
                refused = Optional.of(problem);
            }
            InputGuess better = guess.with(trial.required());
            if (better.equals(guess)) {
                if (refused.isPresent()) {
                    throw refused.get();
                }
                Converted converted =
                        new Converted(model.orElseThrow(), guess.notes(archive.where()));
                return new Attempt(trial, converted);
            }
            guess = better;
        }
    }

    /// The trial that came furthest: one that met something that no other input would mend.
    private static Problem best(List<Problem> refused) {
        Set<String> guessing =
                Set.of(
                        "aten.conflict",
                        "aten.rank",
                        "aten.unbatched",
                        "aten.freeSize",
                        "torch.raises",
                        "aten.argument",
                        "aten.index",
                        "torch.unpack");
        return refused.stream()
                .filter(problem -> !guessing.contains(problem.key()))
                .findFirst()
                .orElseGet(refused::getFirst);
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
        return example.isPresent()
                ? InputGuess.traced(names, given, example.get())
                : InputGuess.open(names, given);
    }

    private ValueInfo given(String name) {
        return options.inputs().stream()
                .filter(input -> input.name().equals(name))
                .findFirst()
                .orElse(new ValueInfo(name));
    }

    /// A dimension for a size of the graph.
    static Dimension dimension(gemwright.onnx.shape.Size size) {
        if (size.isKnown()) {
            return Dimension.of(Math.max(0, size.number().orElse(0)));
        }
        return size.name()
                .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"))
                .map(Dimension::of)
                .orElseGet(Dimension::free);
    }
}
