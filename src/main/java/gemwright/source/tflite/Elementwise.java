package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Operators that work on every element for itself.
final class Elementwise {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    private static final String UNARY =
            "ABS Abs, CEIL Ceil, COS Cos, EXP Exp, FLOOR Floor, LOG Log, LOGICAL_NOT Not, NEG Neg,"
                    + " ROUND Round, SIGN Sign, SIN Sin, SQRT Sqrt";
    private static final String BINARY =
            "MAXIMUM Max, MINIMUM Min, POW Pow, EQUAL Equal, LESS Less,"
                    + " LESS_EQUAL LessOrEqual, GREATER Greater, GREATER_EQUAL GreaterOrEqual,"
                    + " LOGICAL_AND And, LOGICAL_OR Or";

    static {
        for (String pair : UNARY.split(", ", -1)) {
            String[] names = pair.split(" ", -1);
            ALL.put(names[0], (in, g) -> List.of(g.op(names[1], in.value(0))));
        }
        for (String pair : BINARY.split(", ", -1)) {
            String[] names = pair.split(" ", -1);
            ALL.put(names[0], (in, g) -> List.of(g.op(names[1], in.value(0), in.value(1))));
        }
        for (Map.Entry<String, String> fused :
                Map.of("ADD", "Add", "SUB", "Sub", "MUL", "Mul").entrySet()) {
            ALL.put(fused.getKey(), (in, g) -> withActivation(fused.getValue(), in, g));
        }
        ALL.put("DIV", Elementwise::quotient);
        ALL.put("FLOOR_DIV", (in, g) -> List.of(floorQuotient(in, g)));
        ALL.put("FLOOR_MOD", Elementwise::remainder);
        ALL.put("NOT_EQUAL", (in, g) -> List.of(g.op("Not", equal(in, g))));
        ALL.put("RSQRT", (in, g) -> List.of(g.op("Reciprocal", g.op("Sqrt", in.value(0)))));
        ALL.put("SQUARE", (in, g) -> List.of(g.op("Mul", in.value(0), in.value(0))));
        ALL.put("SQUARED_DIFFERENCE", Elementwise::squaredDifference);
        ALL.put("ADD_N", Elementwise::sum);
        ALL.put("CAST", Elementwise::cast);
        ALL.put("SELECT", Elementwise::select);
        ALL.put(
                "SELECT_V2",
                (in, g) -> List.of(g.op("Where", in.value(0), in.value(1), in.value(2))));
        ALL.put("QUANTIZE", (in, _) -> List.of(in.value(0)));
        ALL.put("DEQUANTIZE", (in, g) -> in.widen(g));
        ALL.put("ATAN2", Elementwise::angle);
    }

    private Elementwise() {}

    private static List<Value> withActivation(String operator, Call in, SizedGraph g)
            throws Problem {
        in.ignore(1); // how 16-bit scales were chosen
        Value y = g.op(operator, in.value(0), in.value(1));
        return List.of(Activations.fused(y, in, 0, g));
    }

    private static Value equal(Call in, SizedGraph g) throws Problem {
        return g.op("Equal", in.value(0), in.value(1));
    }

    private static List<Value> quotient(Call in, SizedGraph g) throws Problem {
        return List.of(Activations.fused(g.op("Div", in.value(0), in.value(1)), in, 0, g));
    }

    /// Rounded down also for whole numbers, which ONNX cuts off.
    private static Value floorQuotient(Call in, SizedGraph g) throws Problem {
        Value a = in.value(0);
        Value b = in.value(1);
        if (a.type().isFloating()) {
            return g.op("Floor", g.op("Div", a, b));
        }
        return g.op("Div", g.op("Sub", a, g.op("Mod", a, b)), b);
    }

    /// The remainder has the divisor's sign.
    private static List<Value> remainder(Call in, SizedGraph g) throws Problem {
        Value a = in.value(0);
        Value b = in.value(1);
        return List.of(
                a.type().isFloating()
                        ? g.op("Sub", a, g.op("Mul", floorQuotient(in, g), b))
                        : g.op("Mod", a, b));
    }

    private static List<Value> squaredDifference(Call in, SizedGraph g) throws Problem {
        Value difference = g.op("Sub", in.value(0), in.value(1));
        return List.of(g.op("Mul", difference, difference));
    }

    private static List<Value> sum(Call in, SizedGraph g) throws Problem {
        Value sum = in.value(0);
        for (int i = 1; i < in.inputs(); i++) {
            sum = g.op("Add", sum, in.value(i));
        }
        return List.of(sum);
    }

    /// The types stand in the tensors too. ONNX cuts off as TensorFlow does.
    private static List<Value> cast(Call in, SizedGraph g) throws Problem {
        in.ignore(0, 1);
        return List.of(g.cast(in.value(0), in.output(0).type()));
    }

    /// A vector of conditions chooses whole rows.
    private static List<Value> select(Call in, SizedGraph g) throws Problem {
        Value condition = in.value(0);
        int rank = g.rank(in.value(1));
        if (g.rank(condition) == 1 && rank > 1) {
            long[] axes = new long[rank - 1];
            for (int i = 0; i < axes.length; i++) {
                axes[i] = i + 1L;
            }
            condition = g.unsqueeze(condition, axes);
        }
        return List.of(g.op("Where", condition, in.value(1), in.value(2)));
    }

    /// `atan2(y, x)` from the arc tangent, by quadrant.
    private static List<Value> angle(Call in, SizedGraph g) throws Problem {
        Value y = in.value(0);
        Value x = in.value(1);
        ElementType type = x.type();
        Value zero = g.number(0, type);
        Value pi = g.number(Math.PI, type);
        Value half = g.number(Math.PI / 2, type);
        Value plain = g.op("Atan", g.op("Div", y, x));
        Value below = g.op("Less", y, zero);
        Value behind = g.op("Where", below, g.op("Sub", plain, pi), g.op("Add", plain, pi));
        Value upright =
                g.op(
                        "Where",
                        below,
                        g.op("Neg", half),
                        g.op("Where", g.op("Greater", y, zero), half, zero));
        Value sides =
                g.op(
                        "Where",
                        g.op("Less", x, zero),
                        behind,
                        g.op("Where", g.op("Equal", x, zero), upright, plain));
        return List.of(sides);
    }
}
