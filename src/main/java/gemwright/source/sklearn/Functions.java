package gemwright.source.sklearn;

import gemwright.format.pickle.PickleGlobal;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.Value;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// The functions of numpy and scipy that a file may name, element by element. Names are looked up
/// in this table and nowhere else.
public final class Functions {
    private static final Map<String, BiFunction<Value, EstimatorGraph, Value>> KNOWN =
            Map.ofEntries(
                    Map.entry("numpy.log1p", Functions::log1p),
                    Map.entry("numpy.expm1", Functions::expm1),
                    operator("numpy.log", "Log"),
                    operator("numpy.exp", "Exp"),
                    operator("numpy.sqrt", "Sqrt"),
                    operator("numpy.absolute", "Abs"),
                    operator("numpy.negative", "Neg"),
                    operator("numpy.reciprocal", "Reciprocal"),
                    operator("numpy.sign", "Sign"),
                    operator("numpy.floor", "Floor"),
                    operator("numpy.ceil", "Ceil"),
                    operator("numpy.tanh", "Tanh"),
                    operator("scipy.special.expit", "Sigmoid"),
                    Map.entry("numpy.square", (x, g) -> g.op("Mul", x, x)),
                    Map.entry("numpy.log10", (x, g) -> scaledLog(x, 10, g)),
                    Map.entry("numpy.log2", (x, g) -> scaledLog(x, 2, g)));

    private Functions() {}

    /// What a function gives for each element of a tensor of doubles; empty for a function that is
    /// not known.
    public static Optional<Value> apply(PickleValue function, Value x, EstimatorGraph g) {
        return Optional.ofNullable(KNOWN.get(name(function))).map(known -> known.apply(x, g));
    }

    /// Whether a function gives back what it was given: scikit-learn's own check of its input.
    public static boolean isIdentity(PickleValue function) {
        return function instanceof PickleObject partial
                && partial.typeName().equals("functools.partial")
                && partial.arguments().items().stream().anyMatch(Functions::isCheck);
    }

    private static boolean isCheck(PickleValue function) {
        return Values.names(function, "sklearn.utils.validation.check_array");
    }

    private static String name(PickleValue function) {
        return switch (function) {
            case PickleGlobal(var module, var name) when isNumpy(module) -> "numpy." + name;
            case PickleGlobal global -> global.publicName();
            // numpy up to 1.x writes a call: _ufunc_reconstruct("numpy", "log1p")
            case PickleObject call
                    when call.typeName().endsWith("._ufunc_reconstruct")
                            && call.arguments().items().size() == 2
                            && isNumpy(call.arguments().items().getFirst().asText().orElse("")) ->
                    "numpy." + call.arguments().items().getLast().asText().orElse("");
            default -> "";
        };
    }

    /// numpy's functions live in its core, wherever that has moved to.
    private static boolean isNumpy(String module) {
        return module.equals("numpy")
                || module.startsWith("numpy.core.")
                || module.startsWith("numpy._core.");
    }

    private static Map.Entry<String, BiFunction<Value, EstimatorGraph, Value>> operator(
            String function, String operator) {
        return Map.entry(function, (x, g) -> g.op(operator, x));
    }

    private static Value scaledLog(Value x, double base, EstimatorGraph g) {
        return g.op("Div", g.op("Log", x), g.scalar("base", Math.log(base), x));
    }

    /// `log(1 + x)`; near 0, where the sum would lose x, the start of its series.
    private static Value log1p(Value x, EstimatorGraph g) {
        Value plain = g.op("Log", g.op("Add", x, g.scalar("one", 1, x)));
        return nearZero(x, -0.5, plain, g);
    }

    /// `exp(x) - 1`; near 0, where the difference would lose x, the start of its series.
    private static Value expm1(Value x, EstimatorGraph g) {
        Value plain = g.op("Sub", g.op("Exp", x), g.scalar("one", 1, x));
        return nearZero(x, 0.5, plain, g);
    }

    /// `x + second · x²` where x is so small that the third term is below 1e-10 of the sum.
    private static Value nearZero(Value x, double second, Value elsewhere, EstimatorGraph g) {
        Value isNear = g.op("Less", g.op("Abs", x), g.scalar("near", 1e-5, x));
        Value square = g.op("Mul", g.op("Mul", x, x), g.scalar("second", second, x));
        return g.op("Where", isNear, g.op("Add", x, square), elsewhere);
    }
}
