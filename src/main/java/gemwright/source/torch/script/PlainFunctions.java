package gemwright.source.torch.script;

import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.script.ScriptValue.Callable;
import gemwright.source.torch.script.ScriptValue.Items;
import gemwright.source.torch.script.ScriptValue.Plain;
import gemwright.source.torch.script.ScriptValue.TensorRef;
import gemwright.source.torch.script.ScriptValue.Tuple;
import gemwright.source.torch.script.ScriptValue.Undecided;
import gemwright.source.torch.script.ScriptValue.Undecided.Equality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Arithmetic, comparisons and texts without tensors.
final class PlainFunctions {
    private final AtenGraph g;
    private final Comparing comparing;

    PlainFunctions(AtenGraph g) {
        this.g = g;
        this.comparing = new Comparing(g);
    }

    /// The result; empty where this is no function of plain values.
    Optional<ScriptValue> call(String name, List<ScriptValue> in) {
        Optional<ScriptValue> identity = identity(name, in);
        if (identity.isPresent()) {
            return identity;
        }
        if (in.stream().anyMatch(TensorRef.class::isInstance)) {
            return Optional.empty();
        }
        return switch (in.size()) {
            case 1 -> one(name, in.getFirst());
            case 2 -> two(name, in.get(0), in.get(1)).or(() -> text(name, in));
            case 3 -> range(name, in).or(() -> text(name, in));
            default -> text(name, in);
        };
    }

    /// How many numbers `range(a, b, c)` has, and the one at a place: what a loop over a range that
    /// does not start at 0 becomes.
    private static Optional<ScriptValue> range(String name, List<ScriptValue> in) {
        List<Size> sizes = in.stream().flatMap(value -> value.asSize().stream()).toList();
        if (sizes.size() != 3) {
            return Optional.empty();
        }
        Size step = sizes.get(2);
        return switch (name) {
            case "__derive_index" ->
                    Optional.of(ScriptValue.of(sizes.get(1).plus(sizes.get(0).times(step))));
            case "__range_length" -> {
                Size way = sizes.get(1).minus(sizes.get(0));
                yield step.isKnown() && step.number().orElse(0) > 0
                        ? Optional.of(
                                ScriptValue.of(
                                        way.plus(step)
                                                .minus(Size.ONE)
                                                .floorQuotient(step)
                                                .most(Size.ZERO)))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Optional<ScriptValue> identity(String name, List<ScriptValue> in) {
        return switch (name) {
            case "__is__" -> Optional.of(ScriptValue.of(isSame(in.get(0), in.get(1))));
            case "__isnot__" -> Optional.of(ScriptValue.of(!isSame(in.get(0), in.get(1))));
            case "unchecked_unwrap_optional", "unchecked_cast" -> Optional.of(in.getFirst());
            default -> Optional.empty();
        };
    }

    /// Python's `is`: one and the same object, or equal where there is but one such value.
    @SuppressWarnings("ReferenceEquality") // identity is what is asked for
    private static boolean isSame(ScriptValue a, ScriptValue b) {
        return a == b || (a instanceof Plain && a.equals(b));
    }

    private Optional<ScriptValue> one(String name, ScriptValue in) {
        return switch (in) {
            case Undecided(Value condition, var equal, var size) when name.equals("__not__") ->
                    Optional.of(
                            new Undecided(
                                    g.builder().op("Not", condition),
                                    equal.map(e -> new Equality(e.a(), e.b(), !e.holds())),
                                    size));
            case Undecided _ when name.equals("bool") || name.equals("Bool") -> Optional.of(in);
            case Plain(AtenValue.Whole(Size size)) -> ofWhole(name, size);
            case Plain(AtenValue.Real(double number)) -> ofReal(name, number);
            case Plain(AtenValue.Truth(boolean truth)) -> ofTruth(name, truth);
            case Plain(AtenValue.Text(String text)) -> ofText(name, text);
            case Plain(AtenValue.None _) when name.equals("__not__") ->
                    Optional.of(ScriptValue.of(true));
            default -> Optional.empty();
        };
    }

    private static Optional<ScriptValue> ofWhole(String name, Size size) {
        return switch (name) {
            case "int", "Int", "Scalar", "ceil", "floor", "round" ->
                    Optional.of(ScriptValue.of(size));
            case "neg" -> Optional.of(ScriptValue.of(Size.ZERO.minus(size)));
            case "float", "Float" ->
                    size.isKnown()
                            ? Optional.of(ScriptValue.of((double) size.number().orElse(0)))
                            : Optional.empty();
            case "bool", "Bool" ->
                    size.isKnown() ? Optional.of(ScriptValue.of(!size.is(0))) : Optional.empty();
            case "abs" ->
                    size.isKnown()
                            ? Optional.of(ScriptValue.of(Math.abs(size.number().orElse(0))))
                            : Optional.empty();
            case "__not__" ->
                    size.isKnown() ? Optional.of(ScriptValue.of(size.is(0))) : Optional.empty();
            case "str" -> Optional.of(ScriptValue.of(size.toString()));
            default ->
                    size.isKnown()
                            ? ofReal(name, (double) size.number().orElse(0))
                            : Optional.empty();
        };
    }

    private static Optional<ScriptValue> ofReal(String name, double x) {
        return switch (name) {
            case "float", "Float", "Scalar" -> Optional.of(ScriptValue.of(x));
            case "int", "Int" -> Optional.of(ScriptValue.of((long) x));
            case "bool", "Bool" -> Optional.of(ScriptValue.of(x != 0));
            case "neg" -> Optional.of(ScriptValue.of(-x));
            case "abs", "fabs" -> Optional.of(ScriptValue.of(Math.abs(x)));
            case "ceil" -> Optional.of(ScriptValue.of((long) Math.ceil(x)));
            case "floor" -> Optional.of(ScriptValue.of((long) Math.floor(x)));
            case "round" -> Optional.of(ScriptValue.of(Math.rint(x)));
            case "sqrt" -> Optional.of(ScriptValue.of(Math.sqrt(x)));
            case "exp" -> Optional.of(ScriptValue.of(Math.exp(x)));
            case "log" -> Optional.of(ScriptValue.of(Math.log(x)));
            case "isnan" -> Optional.of(ScriptValue.of(Double.isNaN(x)));
            case "isinf" -> Optional.of(ScriptValue.of(Double.isInfinite(x)));
            case "isfinite" -> Optional.of(ScriptValue.of(Double.isFinite(x)));
            case "str" -> Optional.of(ScriptValue.of(Double.toString(x)));
            default -> Optional.empty();
        };
    }

    private static Optional<ScriptValue> ofTruth(String name, boolean truth) {
        return switch (name) {
            case "bool", "Bool" -> Optional.of(ScriptValue.of(truth));
            case "__not__" -> Optional.of(ScriptValue.of(!truth));
            case "int", "Int" -> Optional.of(ScriptValue.of(truth ? 1L : 0L));
            case "float", "Float" -> Optional.of(ScriptValue.of(truth ? 1.0 : 0.0));
            case "str" -> Optional.of(ScriptValue.of(truth ? "True" : "False"));
            default -> Optional.empty();
        };
    }

    private static Optional<ScriptValue> ofText(String name, String text) {
        return switch (name) {
            case "len" -> Optional.of(ScriptValue.of(text.length()));
            case "str", "format" -> Optional.of(ScriptValue.of(text));
            case "lower" -> Optional.of(ScriptValue.of(text.toLowerCase(java.util.Locale.ROOT)));
            case "upper" -> Optional.of(ScriptValue.of(text.toUpperCase(java.util.Locale.ROOT)));
            // `x.device.type` and `torch.device("cpu")`.
            case "type", "device" -> Optional.of(ScriptValue.of(text));
            default -> Optional.empty();
        };
    }

    private Optional<ScriptValue> two(String name, ScriptValue a, ScriptValue b) {
        if (name.equals("__contains__")) {
            return comparing.contains(a, b);
        }
        if (name.equals("eq") || name.equals("ne")) {
            return comparing.equality(a, b).map(e -> name.equals("eq") ? e : not(e));
        }
        if (a.asSize().isPresent() && b.asSize().isPresent()) {
            if (isTruth(a) && isTruth(b) && name.startsWith("__")) {
                return logical(name, !a.asSize().get().is(0), !b.asSize().get().is(0));
            }
            return wholes(name, a.asSize().get(), b.asSize().get());
        }
        OptionalDouble x = number(a);
        OptionalDouble y = number(b);
        return x.isPresent() && y.isPresent()
                ? reals(name, x.getAsDouble(), y.getAsDouble())
                : texts(name, a, b);
    }

    private static boolean isTruth(ScriptValue value) {
        return value instanceof Plain(AtenValue.Truth _);
    }

    private static Optional<ScriptValue> logical(String name, boolean a, boolean b) {
        return switch (name) {
            case "__and__" -> Optional.of(ScriptValue.of(a && b));
            case "__or__" -> Optional.of(ScriptValue.of(a || b));
            case "__xor__" -> Optional.of(ScriptValue.of(a != b));
            default -> Optional.empty();
        };
    }

    private ScriptValue not(ScriptValue truth) {
        return one("__not__", truth).orElseThrow();
    }

    private Optional<ScriptValue> wholes(String name, Size a, Size b) {
        return switch (name) {
            case "add" -> Optional.of(ScriptValue.of(a.plus(b)));
            case "sub" -> Optional.of(ScriptValue.of(a.minus(b)));
            case "mul" -> Optional.of(ScriptValue.of(a.times(b)));
            case "floordiv" ->
                    b.is(0) ? Optional.empty() : Optional.of(ScriptValue.of(a.floorQuotient(b)));
            case "remainder" ->
                    b.is(0) ? Optional.empty() : Optional.of(ScriptValue.of(a.remainder(b)));
            case "min" -> Optional.of(ScriptValue.of(a.least(b)));
            case "max" -> Optional.of(ScriptValue.of(a.most(b)));
            case "lt" -> Optional.of(comparing.compared("Less", a, b));
            case "le" -> Optional.of(comparing.compared("LessOrEqual", a, b));
            case "gt" -> Optional.of(comparing.compared("Greater", a, b));
            case "ge" -> Optional.of(comparing.compared("GreaterOrEqual", a, b));
            default -> knownWholes(name, a, b);
        };
    }

    private static Optional<ScriptValue> knownWholes(String name, Size a, Size b) {
        if (!a.isKnown() || !b.isKnown()) {
            return Optional.empty();
        }
        long x = a.number().orElse(0);
        long y = b.number().orElse(0);
        return switch (name) {
            case "__and__" -> Optional.of(ScriptValue.of(x & y));
            case "__or__" -> Optional.of(ScriptValue.of(x | y));
            case "__xor__" -> Optional.of(ScriptValue.of(x ^ y));
            case "__lshift__" -> Optional.of(ScriptValue.of(x << y));
            case "__rshift__" -> Optional.of(ScriptValue.of(x >> y));
            default -> reals(name, (double) x, (double) y);
        };
    }

    private static Optional<ScriptValue> reals(String name, double x, double y) {
        return switch (name) {
            case "add" -> Optional.of(ScriptValue.of(x + y));
            case "sub" -> Optional.of(ScriptValue.of(x - y));
            case "mul" -> Optional.of(ScriptValue.of(x * y));
            case "div" -> y == 0 ? Optional.empty() : Optional.of(ScriptValue.of(x / y));
            case "floordiv" ->
                    y == 0 ? Optional.empty() : Optional.of(ScriptValue.of(Math.floor(x / y)));
            case "pow" -> Optional.of(ScriptValue.of(Math.pow(x, y)));
            case "min" -> Optional.of(ScriptValue.of(Math.min(x, y)));
            case "max" -> Optional.of(ScriptValue.of(Math.max(x, y)));
            case "lt" -> Optional.of(ScriptValue.of(x < y));
            case "le" -> Optional.of(ScriptValue.of(x <= y));
            case "gt" -> Optional.of(ScriptValue.of(x > y));
            case "ge" -> Optional.of(ScriptValue.of(x >= y));
            default -> Optional.empty();
        };
    }

    /// The number that a value is, where it is known.
    static OptionalDouble number(ScriptValue value) {
        if (value instanceof Plain(AtenValue.Real(double number))) {
            return OptionalDouble.of(number);
        }
        Optional<Size> size = value.asSize().filter(Size::isKnown);
        return size.isPresent()
                ? OptionalDouble.of((double) size.get().number().orElse(0))
                : OptionalDouble.empty();
    }

    private static Optional<ScriptValue> texts(String name, ScriptValue a, ScriptValue b) {
        boolean both = a instanceof Plain(AtenValue.Text _) && b instanceof Plain(AtenValue.Text _);
        if (!both) {
            return Optional.empty();
        }
        return switch (name) {
            case "add" -> Optional.of(ScriptValue.of(shown(a) + shown(b)));
            case "startswith" -> Optional.of(ScriptValue.of(shown(a).startsWith(shown(b))));
            case "endswith" -> Optional.of(ScriptValue.of(shown(a).endsWith(shown(b))));
            default -> Optional.empty();
        };
    }

    /// `"{} of {}".format(a, b)`.
    private static Optional<ScriptValue> text(String name, List<ScriptValue> in) {
        if (!name.equals("format")
                || in.isEmpty()
                || !(in.getFirst() instanceof Plain(AtenValue.Text(String template)))) {
            return Optional.empty();
        }
        String filled = template;
        for (ScriptValue part : in.subList(1, in.size())) {
            int at = filled.indexOf("{}");
            filled =
                    at < 0
                            ? filled
                            : filled.substring(0, at) + shown(part) + filled.substring(at + 2);
        }
        return Optional.of(ScriptValue.of(filled));
    }

    private static String shown(ScriptValue value) {
        return switch (value) {
            case Plain(AtenValue.Text(String text)) -> text;
            case Plain(AtenValue.Whole(Size size)) -> size.toString();
            case Plain(AtenValue.Real(double number)) -> Double.toString(number);
            case Plain(AtenValue.Truth(boolean truth)) -> truth ? "True" : "False";
            case Plain _ -> "None";
            case Items list -> list.items().stream().map(PlainFunctions::shown).toList().toString();
            case Tuple tuple ->
                    tuple.items().stream().map(PlainFunctions::shown).toList().toString();
            case Undecided _,
                    Callable _,
                    ScriptValue.Unset _,
                    ScriptValue.Dictionary _,
                    ScriptValue.Instance _,
                    TensorRef _ ->
                    "…";
        };
    }
}
