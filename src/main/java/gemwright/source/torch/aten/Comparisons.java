package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Comparisons, logic, and choices by a condition.
final class Comparisons {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        compare("Equal", "eq");
        compare("Less", "lt", "less");
        compare("LessOrEqual", "le", "less_equal");
        compare("Greater", "gt", "greater");
        compare("GreaterOrEqual", "ge", "greater_equal");
        for (String name : List.of("ne", "not_equal")) {
            ALL.put(name, (in, g) -> of(g.op("Not", compared(in, g, "Equal"))));
        }
        ALL.put("logical_and", (in, g) -> logical(in, g, "And"));
        ALL.put("logical_or", (in, g) -> logical(in, g, "Or"));
        ALL.put("logical_xor", (in, g) -> logical(in, g, "Xor"));
        ALL.put("logical_not", (in, g) -> of(g.op("Not", truth(in.tensor("self"), g))));
        ALL.put("bitwise_not", Comparisons::bitwiseNot);
        bitwise("And", "bitwise_and", "__and__");
        bitwise("Or", "bitwise_or", "__or__");
        bitwise("Xor", "bitwise_xor", "__xor__");
        ALL.put("isnan", (in, g) -> of(g.op("IsNaN", in.tensor("self"))));
        ALL.put("isinf", (in, g) -> of(g.op("IsInf", in.tensor("self"))));
        ALL.put("isfinite", Comparisons::isFinite);
        ALL.put("where", Comparisons::where);
        ALL.put("masked_fill", Comparisons::maskedFill);
        ALL.put("nan_to_num", Comparisons::nanToNum);
    }

    private Comparisons() {}

    private static AtenValue of(Value value) {
        return AtenValue.of(value);
    }

    private static void compare(String operator, String... names) {
        for (String name : names) {
            ALL.put(name, (in, g) -> of(compared(in, g, operator)));
        }
    }

    private static Value compared(Arguments in, AtenGraph g, String operator) throws Problem {
        List<Value> pair = Promotion.pair(in, "self", "other", g);
        boolean ordered = !operator.equals("Equal") && pair.getFirst().type() == ElementType.BOOL;
        pair.replaceAll(v -> ordered ? g.cast(v, ElementType.INT32) : v);
        return g.op(operator, pair.get(0), pair.get(1));
    }

    /// Whether elements are not zero.
    static Value truth(Value value, AtenGraph g) {
        return g.cast(value, ElementType.BOOL);
    }

    private static AtenValue logical(Arguments in, AtenGraph g, String operator) throws Problem {
        return of(g.op(operator, truth(in.tensor("self"), g), truth(in.tensor("other"), g)));
    }

    private static void bitwise(String operator, String... names) {
        for (String name : names) {
            ALL.put(
                    name,
                    (in, g) -> {
                        List<Value> pair = Promotion.pair(in, "self", "other", g);
                        boolean truths = pair.getFirst().type() == ElementType.BOOL;
                        String chosen = truths ? operator : "Bitwise" + operator;
                        return of(g.op(chosen, pair.get(0), pair.get(1)));
                    });
        }
    }

    private static AtenValue bitwiseNot(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        return of(g.op(x.type() == ElementType.BOOL ? "Not" : "BitwiseNot", x));
    }

    private static AtenValue isFinite(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        return of(g.op("Not", g.op("Or", g.op("IsNaN", x), g.op("IsInf", x))));
    }

    private static AtenValue where(Arguments in, AtenGraph g) throws Problem {
        if (!in.knows("self")) {
            throw in.refused("self");
        }
        List<Value> pair = Promotion.pair(in, "self", "other", g);
        return of(g.op("Where", truth(in.tensor("condition"), g), pair.get(0), pair.get(1)));
    }

    private static AtenValue maskedFill(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        Value value = Promotion.in(in.value("value"), x.type(), g, in, "value");
        return of(g.op("Where", in.tensor("mask"), value, x));
    }

    private static AtenValue nanToNum(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        if (x.type() != ElementType.FLOAT) {
            throw in.refused("self");
        }
        double nan = in.optionalNumber("nan").orElse(0);
        double above = in.optionalNumber("posinf").orElse(Float.MAX_VALUE);
        double below = in.optionalNumber("neginf").orElse(-Float.MAX_VALUE);
        Value number = g.op("Where", g.op("IsNaN", x), g.number(nan, x.type()), x);
        Value high = g.number(Double.POSITIVE_INFINITY, x.type());
        Value low = g.number(Double.NEGATIVE_INFINITY, x.type());
        Value capped =
                g.op("Where", g.op("Equal", number, high), g.number(above, x.type()), number);
        return of(g.op("Where", g.op("Equal", number, low), g.number(below, x.type()), capped));
    }
}
