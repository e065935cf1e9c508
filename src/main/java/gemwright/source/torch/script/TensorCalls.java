package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.torch.aten.Aten;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.aten.Schemas;
import gemwright.source.torch.aten.Views;
import gemwright.source.torch.script.ScriptValue.Items;
import gemwright.source.torch.script.ScriptValue.Plain;
import gemwright.source.torch.script.ScriptValue.TensorRef;
import gemwright.source.torch.script.ScriptValue.Tuple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Calls of ATen's operators from a script, in-place ones included.
final class TensorCalls {
    /// What gives a list, not a tuple.
    private static final Set<String> LISTS =
            Set.of(
                    "split",
                    "split_with_sizes",
                    "chunk",
                    "unbind",
                    "unsafe_split",
                    "unsafe_split_with_sizes",
                    "unsafe_chunk",
                    "meshgrid");

    /// Questions about a tensor, which have no answer where it is missing.
    private static final Set<String> QUERIES =
            Set.of("dim", "size", "dtype", "device", "len", "int", "float", "bool", "__getitem__");

    private final Map<String, Problem.Part> missing = new LinkedHashMap<>();
    private final AtenGraph g;
    private final Places places;

    TensorCalls(AtenGraph g, Places places) {
        this.g = g;
        this.places = places;
    }

    /// @param path the name as the script has it, for messages
    ScriptValue call(
            String name, String path, List<ScriptValue> arguments, Map<String, ScriptValue> named)
            throws Problem {
        if (!isKnown(name)) {
            return missing(name, path);
        }
        List<AtenValue> positional = new ArrayList<>();
        for (ScriptValue argument : arguments) {
            positional.add(aten(argument, path));
        }
        Map<String, AtenValue> byName = new LinkedHashMap<>();
        for (Map.Entry<String, ScriptValue> argument : named.entrySet()) {
            byName.put(argument.getKey(), aten(argument.getValue(), path));
        }
        try {
            AtenValue result = Aten.call(name, positional, byName, g);
            boolean inPlace = !Aten.plain(name).equals(name);
            return inPlace
                    ? changed(arguments, result, path)
                    : script(result, name, tensors(arguments), positional);
        } catch (Problem problem) {
            throw places.located(problem);
        }
    }

    private static boolean isKnown(String name) {
        return Schemas.knows(name) && Aten.knows(name);
    }

    /// Whether an argument is missing for want of an operator.
    boolean concernsMissing(List<ScriptValue> arguments, Map<String, ScriptValue> named) {
        return arguments.stream().anyMatch(TensorCalls::isMissing)
                || named.values().stream().anyMatch(TensorCalls::isMissing);
    }

    private static boolean isMissing(ScriptValue value) {
        return value instanceof TensorRef tensor
                ? tensor.isMissing()
                : value.asItems().stream().flatMap(List::stream).anyMatch(TensorCalls::isMissing);
    }

    /// What stands for the result of an operator that cannot be written: the script is followed to
    /// its end, so that all of them are found at once.
    ScriptValue missing(String name, String path) {
        if (!isKnown(name) && !QUERIES.contains(name)) {
            Problem.Part here = Problem.Part.of("torch.operator", places.here(), path);
            missing.merge(path, here, (first, _) -> first.more());
        }
        return TensorRef.missing();
    }

    /// Operators that were met and cannot be written, each with how often.
    List<Problem.Part> missing() {
        return List.copyOf(missing.values());
    }

    private ScriptValue changed(List<ScriptValue> arguments, AtenValue result, String path)
            throws Problem {
        if (!(arguments.getFirst() instanceof TensorRef tensor)
                || !(result instanceof AtenValue.OfTensor(Value value))
                || tensor.isConstant()) {
            throw places.problem("torch.state", path);
        }
        Value before = tensor.value(g);
        tensor.become(Writing.cast(value, before.type(), g));
        new Writing(g, places).back(tensor, path);
        return tensor;
    }

    private static List<TensorRef> tensors(List<ScriptValue> arguments) {
        return arguments.stream()
                .filter(TensorRef.class::isInstance)
                .map(TensorRef.class::cast)
                .toList();
    }

    private AtenValue aten(ScriptValue value, String path) throws Problem {
        return switch (value) {
            case Plain(AtenValue plain) -> plain;
            case TensorRef tensor -> AtenValue.of(tensor.value(g));
            case Items list -> new AtenValue.Items(all(list.items(), path));
            case Tuple tuple -> new AtenValue.Items(all(tuple.items(), path));
            case ScriptValue.Undecided _,
                    ScriptValue.Callable _,
                    ScriptValue.Unset _,
                    ScriptValue.Dictionary _,
                    ScriptValue.Instance _ ->
                    throw places.problem("torch.operand", path);
        };
    }

    private List<AtenValue> all(List<ScriptValue> values, String path) throws Problem {
        List<AtenValue> all = new ArrayList<>();
        for (ScriptValue value : values) {
            all.add(aten(value, path));
        }
        return all;
    }

    private ScriptValue script(
            AtenValue result, String name, List<TensorRef> from, List<AtenValue> arguments) {
        return switch (result) {
            case AtenValue.OfTensor(Value value) -> {
                TensorRef made = tensor(value, name.equals("clone") ? List.of() : from);
                if (Views.isView(name) && !from.isEmpty()) {
                    List<AtenValue> more = arguments.subList(1, arguments.size());
                    made.lookAt(new TensorRef.View(from.getFirst(), name, more));
                }
                yield made;
            }
            case AtenValue.Items(List<AtenValue> items) -> {
                // Parts of a list are views that nothing is written back through.
                String parts = Views.isView(name) ? "unbind" : name;
                List<ScriptValue> all =
                        items.stream().map(item -> script(item, parts, from, arguments)).toList();
                yield LISTS.contains(name) ? new Items(all) : new Tuple(all);
            }
            case AtenValue plain -> new Plain(plain);
        };
    }

    /// What an operator hands on shares its elements with the result.
    private TensorRef tensor(Value value, List<TensorRef> from) {
        TensorRef made = new TensorRef(value);
        for (TensorRef one : from) {
            if (one.value(g).name().equals(value.name())) {
                made.shareWith(one);
            }
        }
        return made;
    }
}
