package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Arithmetic, element by element.
final class Elementwise {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        same("abs", "Abs");
        same("absolute", "Abs");
        same("neg", "Neg");
        same("negative", "Neg");
        same("sign", "Sign");
        same("sgn", "Sign");
        same("ceil", "Ceil");
        same("floor", "Floor");
        same("positive", "Identity");
        for (String name :
                "exp log sqrt sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh sigmoid erf reciprocal"
                        .split(" ", -1)) {
            fraction(name, Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
        fraction("special_expit", "Sigmoid");
        fraction("special_erf", "Erf");
        composed("rsqrt", (x, t, g) -> g.op("Reciprocal", g.op("Sqrt", x)));
        composed("log1p", Elementwise::log1p);
        composed("expm1", Elementwise::expm1);
        composed("log2", (x, t, g) -> g.op("Div", g.op("Log", x), g.number(Math.log(2), t)));
        composed("log10", (x, t, g) -> g.op("Div", g.op("Log", x), g.number(Math.log(10), t)));
        composed("exp2", (x, t, g) -> g.op("Pow", g.number(2, t), x));
        composed("erfc", (x, t, g) -> g.op("Sub", g.number(1, t), g.op("Erf", x)));
        ALL.put("round", Elementwise::round);
        ALL.put("trunc", Elementwise::trunc);
        ALL.put("fix", Elementwise::trunc);
        ALL.put("frac", Elementwise::frac);
        ALL.put("square", Elementwise::square);
        ALL.put("add", (in, g) -> sum(in, g, "Add", "self", "other"));
        ALL.put("sub", (in, g) -> sum(in, g, "Sub", "self", "other"));
        ALL.put("subtract", (in, g) -> sum(in, g, "Sub", "self", "other"));
        ALL.put("rsub", (in, g) -> sum(in, g, "Sub", "other", "self"));
        ALL.put("mul", Elementwise::mul);
        ALL.put("multiply", Elementwise::mul);
        ALL.put("div", Elementwise::div);
        ALL.put("divide", Elementwise::div);
        ALL.put("true_divide", Elementwise::div);
        ALL.put("floor_divide", Elementwise::floorDivide);
        ALL.put("remainder", Elementwise::remainder);
        ALL.put("fmod", Elementwise::fmod);
        ALL.put("pow", Elementwise::pow);
        ALL.put("maximum", (in, g) -> two(in, g, "Max"));
        ALL.put("minimum", (in, g) -> two(in, g, "Min"));
        ALL.put("atan2", Elementwise::atan2);
        ALL.put("addcmul", (in, g) -> addc(in, g, "Mul"));
        ALL.put("addcdiv", (in, g) -> addc(in, g, "Div"));
        ALL.put("lerp", Elementwise::lerp);
        ALL.put("clamp", (in, g) -> clamp(in, g, "min", "max"));
        ALL.put("clip", (in, g) -> clamp(in, g, "min", "max"));
        ALL.put("clamp_min", (in, g) -> clamp(in, g, "min", ""));
        ALL.put("clamp_max", (in, g) -> clamp(in, g, "", "max"));
        ALL.put("to", Elementwise::to);
        ALL.put("_to_copy", Elementwise::to);
        ALL.put("type_as", (in, g) -> of(g.cast(in.tensor("self"), in.tensor("other").type())));
        for (String name :
                "alias alias_copy clone contiguous detach lift lift_fresh lift_fresh_copy resolve_conj resolve_neg cpu requires_grad data"
                        .split(" ", -1)) {
            ALL.put(name, Elementwise::unchanged);
        }
        for (String name :
                "dropout feature_dropout alpha_dropout feature_alpha_dropout".split(" ", -1)) {
            ALL.put(name, Elementwise::dropout);
        }
    }

    private Elementwise() {}

    /// A formula of a value and its element type.
    private interface Formula {
        Value of(Value x, ElementType type, AtenGraph g);
    }

    private static AtenValue of(Value value) {
        return AtenValue.of(value);
    }

    private static void same(String name, String operator) {
        ALL.put(name, (in, g) -> of(g.op(operator, in.tensor("self"))));
    }

    private static void fraction(String name, String operator) {
        composed(name, (x, type, g) -> g.op(operator, x));
    }

    private static void composed(String name, Formula formula) {
        ALL.put(
                name,
                (in, g) -> {
                    Value x = in.tensor("self");
                    ElementType type = Promotion.fraction(x.type());
                    return of(formula.of(g.cast(x, type), type, g));
                });
    }

    /// `log(1 + x)` loses all of a small x; `log(u) · x / (u − 1)` with `u = 1 + x` does not (W.
    /// Kahan, in D. Goldberg, What every computer scientist should know, theorem 4).
    private static Value log1p(Value x, ElementType type, AtenGraph g) {
        Value one = g.number(1, type);
        Value u = g.op("Add", one, x);
        Value lost = g.op("Sub", u, one);
        Value tiny = g.op("Equal", lost, g.number(0, type));
        Value infinite = g.op("Equal", u, g.number(Double.POSITIVE_INFINITY, type));
        Value plain = g.op("Log", u);
        Value exact = g.op("Div", g.op("Mul", plain, x), g.op("Where", tiny, one, lost));
        return g.op("Where", infinite, plain, g.op("Where", tiny, x, exact));
    }

    /// `2 · tanh(x / 2) / (1 − tanh(x / 2))`, which keeps the digits of a small x; `exp(x) − 1`
    /// where it is not small.
    private static Value expm1(Value x, ElementType type, AtenGraph g) {
        Value one = g.number(1, type);
        Value half = g.op("Tanh", g.op("Mul", x, g.number(0.5, type)));
        Value small = g.op("Div", g.op("Mul", g.number(2, type), half), g.op("Sub", one, half));
        Value near = g.op("Less", g.op("Abs", x), g.number(0.5, type));
        return g.op("Where", near, small, g.op("Sub", g.op("Exp", x), one));
    }

    private static AtenValue round(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        if (in.knows("decimals") && in.whole("decimals") != 0) {
            throw in.refused("decimals");
        }
        return of(x.type().isFloating() ? g.op("Round", x) : x);
    }

    private static AtenValue trunc(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        return of(x.type().isFloating() ? truncated(x, g) : x);
    }

    private static Value truncated(Value x, AtenGraph g) {
        return g.op("Mul", g.op("Sign", x), g.op("Floor", g.op("Abs", x)));
    }

    private static AtenValue frac(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        return of(g.op("Sub", x, truncated(x, g)));
    }

    private static AtenValue square(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        return of(g.op("Mul", x, x));
    }

    private static AtenValue two(Arguments in, AtenGraph g, String operator) throws Problem {
        List<Value> pair = Promotion.pair(in, "self", "other", g);
        return of(g.op(operator, pair.get(0), pair.get(1)));
    }

    /// `self + alpha · other`; of truths, either.
    private static AtenValue sum(
            Arguments in, AtenGraph g, String operator, String first, String second)
            throws Problem {
        List<Value> pair = Promotion.pair(in, first, second, g);
        ElementType type = pair.getFirst().type();
        if (type == ElementType.BOOL) {
            if (!operator.equals("Add")) {
                throw in.refused("other");
            }
            in.value("alpha");
            return of(g.op("Or", pair.get(0), pair.get(1)));
        }
        Value other = pair.get(1);
        if (in.number("alpha") != 1) {
            other = g.op("Mul", other, Promotion.in(in.value("alpha"), type, g, in, "alpha"));
        }
        return of(g.op(operator, pair.get(0), other));
    }

    private static AtenValue mul(Arguments in, AtenGraph g) throws Problem {
        List<Value> pair = Promotion.pair(in, "self", "other", g);
        String operator = pair.getFirst().type() == ElementType.BOOL ? "And" : "Mul";
        return of(g.op(operator, pair.get(0), pair.get(1)));
    }

    private static AtenValue div(Arguments in, AtenGraph g) throws Problem {
        String mode = in.knows("rounding_mode") ? in.text("rounding_mode") : "";
        ElementType common = Promotion.of(g, in.value("self"), in.value("other"));
        return switch (mode) {
            case "" -> of(quotient(in, g, Promotion.fraction(common)));
            case "floor" -> of(floored(in, g, common));
            case "trunc" -> {
                Value exact = quotient(in, g, common);
                yield of(common.isFloating() ? truncated(exact, g) : exact);
            }
            default -> throw in.refused("rounding_mode");
        };
    }

    private static Value quotient(Arguments in, AtenGraph g, ElementType type) throws Problem {
        Value a = Promotion.in(in.value("self"), type, g, in, "self");
        Value b = Promotion.in(in.value("other"), type, g, in, "other");
        return g.op("Div", a, b);
    }

    private static AtenValue floorDivide(Arguments in, AtenGraph g) throws Problem {
        return of(floored(in, g, Promotion.of(g, in.value("self"), in.value("other"))));
    }

    /// ONNX divides whole numbers towards zero, PyTorch rounds down: `(a − a mod b) / b` with a
    /// remainder of the divisor's sign. Sizes are not negative, and stay followed.
    private static Value floored(Arguments in, AtenGraph g, ElementType type) throws Problem {
        Value a = Promotion.in(in.value("self"), type, g, in, "self");
        Value b = Promotion.in(in.value("other"), type, g, in, "other");
        g.shapes().advance();
        boolean sizes = g.shapes().content(a).isPresent() && g.shapes().content(b).isPresent();
        if (type.isFloating()) {
            return g.op("Floor", g.op("Div", a, b));
        }
        return g.op("Div", sizes ? a : g.op("Sub", a, g.op("Mod", a, b)), b);
    }

    /// `a − b · floor(a / b)`: of the divisor's sign.
    private static AtenValue remainder(Arguments in, AtenGraph g) throws Problem {
        List<Value> pair = Promotion.pair(in, "self", "other", g);
        Value a = pair.get(0);
        Value b = pair.get(1);
        if (!a.type().isFloating()) {
            return of(g.op("Mod", a, b));
        }
        Value rest = g.node("Mod").inputs(a, b).attribute("fmod", 1L).output();
        Value zero = g.number(0, a.type());
        Value other =
                g.op(
                        "And",
                        g.op("Not", g.op("Equal", rest, zero)),
                        g.op("Xor", g.op("Less", rest, zero), g.op("Less", b, zero)));
        return of(g.op("Where", other, g.op("Add", rest, b), rest));
    }

    private static AtenValue fmod(Arguments in, AtenGraph g) throws Problem {
        List<Value> pair = Promotion.pair(in, "self", "other", g);
        return of(g.node("Mod").inputs(pair.get(0), pair.get(1)).attribute("fmod", 1L).output());
    }

    private static AtenValue pow(Arguments in, AtenGraph g) throws Problem {
        List<Value> pair = Promotion.pair(in, "self", "exponent", g);
        if (in.value("exponent") instanceof AtenValue.Whole(var size) && size.is(2)) {
            return of(g.op("Mul", pair.get(0), pair.get(0)));
        }
        return of(g.op("Pow", pair.get(0), pair.get(1)));
    }

    /// The angle in all four quadrants; zeros of either sign count as positive, so a point on the
    /// negative axis has the angle π.
    private static AtenValue atan2(Arguments in, AtenGraph g) throws Problem {
        ElementType type = Promotion.fraction(Promotion.of(g, in.value("self"), in.value("other")));
        Value y = Promotion.in(in.value("self"), type, g, in, "self");
        Value x = Promotion.in(in.value("other"), type, g, in, "other");
        Value zero = g.number(0, type);
        Value angle = g.op("Atan", g.op("Div", y, x));
        Value turn =
                g.op(
                        "Where",
                        g.op("Less", y, zero),
                        g.number(-Math.PI, type),
                        g.number(Math.PI, type));
        Value left = g.op("Where", g.op("Less", x, zero), g.op("Add", angle, turn), angle);
        Value both = g.op("And", g.op("Equal", x, zero), g.op("Equal", y, zero));
        return of(g.op("Where", both, zero, left));
    }

    private static AtenValue addc(Arguments in, AtenGraph g, String operator) throws Problem {
        Value self = in.tensor("self");
        Value value = Promotion.in(in.value("value"), self.type(), g, in, "value");
        Value inner =
                g.op(
                        operator,
                        g.cast(in.tensor("tensor1"), self.type()),
                        g.cast(in.tensor("tensor2"), self.type()));
        return of(g.op("Add", self, g.op("Mul", value, inner)));
    }

    private static AtenValue lerp(Arguments in, AtenGraph g) throws Problem {
        Value start = in.tensor("self");
        Value weight = Promotion.in(in.value("weight"), start.type(), g, in, "weight");
        Value distance = g.op("Sub", in.tensor("end"), start);
        return of(g.op("Add", start, g.op("Mul", weight, distance)));
    }

    private static AtenValue clamp(Arguments in, AtenGraph g, String low, String high)
            throws Problem {
        Value x = in.tensor("self");
        AtenValue min = low.isEmpty() ? AtenValue.None.VALUE : in.value(low);
        AtenValue max = high.isEmpty() ? AtenValue.None.VALUE : in.value(high);
        ElementType type = Promotion.of(g, AtenValue.of(x), min, max);
        Value result = g.cast(x, type);
        if (!(min instanceof AtenValue.None)) {
            result = g.op("Max", result, Promotion.in(min, type, g, in, low));
        }
        if (!(max instanceof AtenValue.None)) {
            result = g.op("Min", result, Promotion.in(max, type, g, in, high));
        }
        return of(result);
    }

    private static AtenValue to(Arguments in, AtenGraph g) throws Problem {
        in.ignore("device", "layout", "pin_memory", "non_blocking", "copy", "memory_format");
        Value x = in.tensor("self");
        if (in.knows("other")) {
            return of(g.cast(x, in.tensor("other").type()));
        }
        return of(
                in.knows("dtype") && !in.isNone("dtype")
                        ? g.cast(x, in.type("dtype").orElseThrow())
                        : x);
    }

    private static AtenValue unchanged(Arguments in, AtenGraph g) throws Problem {
        in.ignore("memory_format", "requires_grad");
        return of(in.tensor(in.knows("self") ? "self" : in.knows("a") ? "a" : "data"));
    }

    private static AtenValue dropout(Arguments in, AtenGraph g) throws Problem {
        if (in.truth("train") && in.number("p") != 0) {
            throw in.refusedFor("aten.training");
        }
        in.ignore("p");
        return of(in.tensor(in.knows("input") ? "input" : "self"));
    }
}
