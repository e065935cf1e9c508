package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.script.ScriptValue.Plain;
import gemwright.source.torch.script.syntax.Expression;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Calls that take a type: they tell the compiler something, and compute nothing.
final class Forms {
    private static final Set<String> ALL =
            Set.of(
                    "annotate",
                    "unchecked_cast",
                    "uninitialized",
                    "getattr",
                    "isinstance",
                    "ops.prim.isinstance");

    private Forms() {}

    static boolean isForm(String path) {
        return ALL.contains(path);
    }

    /// `annotate(int, tensor)` is the number in a tensor, anything else the value itself.
    static ScriptValue annotated(Expression type, ScriptValue value, Builtins builtins)
            throws Problem {
        boolean tensor = value instanceof ScriptValue.TensorRef;
        if (tensor && type instanceof Expression.Name(String name, _)) {
            return switch (name) {
                case "int", "number", "float", "bool" ->
                        builtins.call(
                                name.equals("number") ? "Scalar" : name, List.of(value), Map.of());
                default -> value;
            };
        }
        return value;
    }

    /// Whether a value is of a type, or of one of several.
    static boolean isInstance(ScriptValue value, Expression type) {
        return switch (type) {
            case Expression.TupleDisplay(List<Expression> types, _) ->
                    types.stream().anyMatch(t -> isInstance(value, t));
            case Expression.ListDisplay(List<Expression> types, _) ->
                    types.stream().anyMatch(t -> isInstance(value, t));
            case Expression.Index(Expression.Name(String name, _), Expression inner, _) ->
                    name.equals("Optional")
                            ? value.isNone() || isInstance(value, inner)
                            : isNamed(value, name);
            case Expression.Name(String name, _) -> isNamed(value, name);
            default -> false;
        };
    }

    private static boolean isNamed(ScriptValue value, String name) {
        return switch (value) {
            case ScriptValue.TensorRef _ -> name.equals("Tensor");
            case ScriptValue.Items _ -> name.equals("List") || name.equals("list");
            case ScriptValue.Tuple _ -> name.equals("Tuple") || name.equals("tuple");
            case ScriptValue.Dictionary _ -> name.equals("Dict") || name.equals("dict");
            case Plain(AtenValue.Whole _) -> name.equals("int");
            case Plain(AtenValue.Real _) -> name.equals("float");
            case Plain(AtenValue.Truth _) -> name.equals("bool");
            case Plain(AtenValue.Text _) -> name.equals("str");
            case Plain(AtenValue.None _) -> name.equals("NoneType");
            default -> false;
        };
    }

    /// A type as it is written: `List[Tensor]`.
    static String shown(Expression type) {
        return switch (type) {
            case Expression.Name(String name, _) -> name;
            case Expression.Member(Expression of, String name, _) -> shown(of) + "." + name;
            case Expression.Index(Expression of, Expression inner, _) ->
                    shown(of) + "[" + shown(inner) + "]";
            case Expression.TupleDisplay(List<Expression> items, _) ->
                    String.join(", ", items.stream().map(Forms::shown).toList());
            default -> "?";
        };
    }
}
