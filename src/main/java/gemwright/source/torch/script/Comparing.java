package gemwright.source.torch.script;

import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.script.ScriptValue.Callable;
import gemwright.source.torch.script.ScriptValue.Plain;
import gemwright.source.torch.script.ScriptValue.Undecided;
import gemwright.source.torch.script.ScriptValue.Undecided.Equality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Comparisons of plain values; of sizes by what is known of them, else left to a run.
final class Comparing {
    private final AtenGraph g;

    Comparing(AtenGraph g) {
        this.g = g;
    }

    /// Whether a list holds a value; empty where that cannot be told.
    Optional<ScriptValue> contains(ScriptValue where, ScriptValue what) {
        if (where.asItems().isEmpty()) {
            return Optional.empty();
        }
        boolean open = false;
        for (ScriptValue item : where.asItems().get()) {
            Optional<ScriptValue> same = equality(item, what);
            if (same.equals(Optional.of(ScriptValue.of(true)))) {
                return same;
            }
            open |= same.isEmpty() || same.get() instanceof Undecided;
        }
        return open ? Optional.empty() : Optional.of(ScriptValue.of(false));
    }

    /// Whether two values are equal; empty where they are of kinds that are not compared.
    Optional<ScriptValue> equality(ScriptValue a, ScriptValue b) {
        if (a.asSize().isPresent() && b.asSize().isPresent()) {
            return Optional.of(compared("Equal", a.asSize().get(), b.asSize().get()));
        }
        if (a.asItems().isPresent() && b.asItems().isPresent()) {
            return sequences(a.asItems().get(), b.asItems().get());
        }
        OptionalDouble x = PlainFunctions.number(a);
        OptionalDouble y = PlainFunctions.number(b);
        if (x.isPresent() && y.isPresent()) {
            return Optional.of(ScriptValue.of(x.getAsDouble() == y.getAsDouble()));
        }
        boolean plain = a instanceof Plain && b instanceof Plain;
        return plain || a instanceof Callable
                ? Optional.of(ScriptValue.of(a.equals(b)))
                : Optional.empty();
    }

    private Optional<ScriptValue> sequences(List<ScriptValue> a, List<ScriptValue> b) {
        if (a.size() != b.size()) {
            return Optional.of(ScriptValue.of(false));
        }
        ScriptValue all = ScriptValue.of(true);
        for (int i = 0; i < a.size(); i++) {
            Optional<ScriptValue> same = equality(a.get(i), b.get(i));
            if (same.isEmpty() || same.get().equals(ScriptValue.of(false))) {
                return same;
            }
            if (same.get() instanceof Undecided open) {
                all =
                        all instanceof Undecided(Value before, _, _)
                                ? new Undecided(g.builder().op("And", before, open.condition()))
                                : open;
            }
        }
        return Optional.of(all);
    }

    /// Compares sizes by what is known of them: no free size is below 1.
    ScriptValue compared(String operator, Size a, Size b) {
        Size difference = a.minus(b);
        if (difference.isKnown()) {
            long d = difference.number().orElse(0);
            return ScriptValue.of(
                    switch (operator) {
                        case "Equal" -> d == 0;
                        case "Less" -> d < 0;
                        case "LessOrEqual" -> d <= 0;
                        case "Greater" -> d > 0;
                        default -> d >= 0;
                    });
        }
        boolean above = isPositive(difference);
        boolean below = isPositive(Size.ZERO.minus(difference));
        if (above || below) {
            return ScriptValue.of(
                    switch (operator) {
                        case "Equal" -> false;
                        case "Less", "LessOrEqual" -> below;
                        default -> above;
                    });
        }
        return new Undecided(
                g.builder().op(operator, g.scalar(a), g.scalar(b)),
                operator.equals("Equal") ? Optional.of(new Equality(a, b, true)) : Optional.empty(),
                (a.isKnown() ? b : a).toString());
    }

    /// Whether it is above 0 however small the free sizes are.
    private static boolean isPositive(Size size) {
        long least = 0;
        for (Size.Term term : size.terms()) {
            boolean free = term.names().stream().allMatch(n -> size.computation(n).isEmpty());
            if (!term.names().isEmpty() && (term.coefficient() < 0 || !free)) {
                return false;
            }
            least += term.coefficient();
        }
        return least > 0;
    }
}
