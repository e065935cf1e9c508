package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.script.ScriptValue.Plain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The functions that TorchScript brings along: `torch.*`, `ops.prim.*`, and Python's own.
final class Builtins {
    private static final Set<String> SILENT = Set.of("warn", "print", "manual_seed");

    private final Places places;
    private final TensorCalls tensors;
    private final TensorQueries queries;
    private final PlainFunctions plain;

    Builtins(AtenGraph g, Places places) {
        this.places = places;
        this.tensors = new TensorCalls(g, places);
        this.queries = new TensorQueries(g, places);
        this.plain = new PlainFunctions(g);
    }

    /// Calls a function by its dotted name.
    ScriptValue call(String path, List<ScriptValue> arguments, Map<String, ScriptValue> named)
            throws Problem {
        String name = path.replaceFirst("^(torch|ops\\.prim|ops\\.aten|ops\\.torchvision)\\.", "");
        if (SILENT.contains(name)) {
            return ScriptValue.Plain.NONE;
        }
        if (name.equals("RaiseException")) {
            throw places.problem("torch.raises", message(arguments));
        }
        requireFresh(arguments);
        if (tensors.concernsMissing(arguments, named)) {
            return tensors.missing(name, path);
        }
        Optional<ScriptValue> result = Optional.empty();
        if (named.isEmpty()) {
            result = ListFunctions.call(name, arguments);
            if (result.isEmpty()) {
                result = queries.call(name, arguments);
            }
            if (result.isEmpty()) {
                result = plain.call(name, arguments);
            }
        }
        return result.isPresent() ? result.get() : tensors.call(name, path, arguments, named);
    }

    /// Operators that were met and cannot be written, each with how often.
    List<Problem.Part> missing() {
        return tensors.missing();
    }

    private static String message(List<ScriptValue> arguments) {
        return !arguments.isEmpty()
                        && arguments.getFirst() instanceof Plain(AtenValue.Text(String text))
                ? text.replace("AssertionError: ", "")
                : "";
    }

    /// A view of what was changed in place since would have to change with it.
    private void requireFresh(List<ScriptValue> arguments) throws Problem {
        for (ScriptValue argument : arguments) {
            if (argument instanceof ScriptValue.TensorRef tensor && tensor.isStale()) {
                throw places.problem("torch.alias");
            }
            if (argument instanceof ScriptValue.Items list) {
                requireFresh(list.items());
            }
        }
    }
}
