package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Operators that work element by element.
final class Elementwise {
    static final Map<String, TensorflowOperator> ALL = new HashMap<>();

    static {
        for (String same :
                List.of(
                        "Relu Sigmoid Tanh Softplus Softsign Exp Log Sqrt Neg Abs Floor Ceil Erf",
                        "Sin Cos Tan Asin Acos Atan Sinh Cosh Asinh Acosh Atanh Sign Reciprocal",
                        "Round Selu")) {
            for (String name : same.split(" ", -1)) {
                ALL.put(name, (in, g) -> List.of(g.op(name, in.value(0))));
            }
        }
        one("Rint", "Round");
        one("Inv", "Reciprocal");
        one("LogicalNot", "Not");
        for (String same : List.of("Add", "Sub", "Mul", "Pow", "Greater", "Less")) {
            two(same, same);
        }
        two("AddV2", "Add");
        two("Maximum", "Max");
        two("Minimum", "Min");
        two("GreaterEqual", "GreaterOrEqual");
        two("LessEqual", "LessOrEqual");
        two("LogicalAnd", "And");
        two("LogicalOr", "Or");
        two("RealDiv", "Div");
        ALL.put("Equal", (in, g) -> List.of(equal(in, g)));
        ALL.put("NotEqual", (in, g) -> List.of(g.op("Not", equal(in, g))));
        ALL.put("AddN", (in, g) -> List.of(g.node("Sum").inputs(in.all()).output()));
        for (String same :
                List.of(
                        "Identity",
                        "ReadVariableOp",
                        "StopGradient",
                        "Snapshot",
                        "PreventGradient")) {
            ALL.put(same, Elementwise::same);
        }
        ALL.put("PlaceholderWithDefault", Elementwise::same);
        ALL.put("CheckNumerics", Elementwise::same);
        ALL.put("IdentityN", (in, g) -> in.all());
        ALL.put("Cast", Elementwise::cast);
        ALL.put("Relu6", (in, g) -> List.of(between(in.value(0), 0, 6, g)));
        ALL.put("Elu", (in, g) -> List.of(g.op("Elu", in.value(0))));
        ALL.put("LeakyRelu", Elementwise::leaky);
        ALL.put("Rsqrt", (in, g) -> List.of(g.op("Reciprocal", g.op("Sqrt", in.value(0)))));
        ALL.put("Square", (in, g) -> List.of(g.op("Mul", in.value(0), in.value(0))));
        ALL.put("Erfc", Elementwise::complement);
        ALL.put("SquaredDifference", Elementwise::squaredDifference);
        ALL.put("SelectV2", (in, g) -> List.of(g.op("Where", values(in, 3))));
        ALL.put("Softmax", (in, g) -> List.of(last("Softmax", in, g)));
        ALL.put("LogSoftmax", (in, g) -> List.of(last("LogSoftmax", in, g)));
        ALL.put("BiasAdd", Elementwise::bias);
    }

    private Elementwise() {}

    private static void one(String name, String onnx) {
        ALL.put(name, (in, g) -> List.of(g.op(onnx, in.value(0))));
    }

    private static void two(String name, String onnx) {
        ALL.put(name, (in, g) -> List.of(g.op(onnx, values(in, 2))));
    }

    private static Value[] values(Call in, int count) throws Problem {
        Value[] values = new Value[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.value(i);
        }
        return values;
    }

    private static List<Value> same(Call in, SizedGraph g) throws Problem {
        in.ignore("message", "shape");
        return List.of(in.value(0));
    }

    /// `incompatible_shape_error` says what happens to shapes that do not fit; here they are
    /// refused.
    private static Value equal(Call in, SizedGraph g) throws Problem {
        in.ignore("incompatible_shape_error");
        return g.op("Equal", values(in, 2));
    }

    private static List<Value> cast(Call in, SizedGraph g) throws Problem {
        ElementType to = in.type("DstT", ElementType.UNDEFINED);
        boolean number = to.bits() > 0 && in.value(0).type() != ElementType.STRING;
        if (!number) {
            throw in.refusedAttribute("DstT");
        }
        return List.of(g.cast(in.value(0), to));
    }

    private static Value between(Value x, double low, double high, SizedGraph g) {
        return g.op("Clip", x, g.number(low, x.type()), g.number(high, x.type()));
    }

    private static List<Value> leaky(Call in, SizedGraph g) throws Problem {
        float alpha = in.real("alpha", 0.2f);
        return List.of(g.node("LeakyRelu").inputs(in.value(0)).attribute("alpha", alpha).output());
    }

    private static List<Value> complement(Call in, SizedGraph g) throws Problem {
        Value x = in.value(0);
        return List.of(g.op("Sub", g.number(1.0, x.type()), g.op("Erf", x)));
    }

    private static List<Value> squaredDifference(Call in, SizedGraph g) throws Problem {
        Value difference = g.op("Sub", values(in, 2));
        return List.of(g.op("Mul", difference, difference));
    }

    private static Value last(String operator, Call in, SizedGraph g) throws Problem {
        return g.node(operator).inputs(in.value(0)).attribute("axis", -1L).output();
    }

    /// Along the last axis, or along the second where channels come first.
    private static List<Value> bias(Call in, SizedGraph g) throws Problem {
        String format = in.text("data_format", "NHWC");
        Value bias = in.value(1);
        int rank = g.rank(in.value(0));
        if (format.startsWith("NC") && rank > 2) {
            long[] shape = new long[rank - 1];
            Arrays.fill(shape, 1);
            shape[0] = -1;
            bias = g.reshape(bias, shape);
        }
        return List.of(g.op("Add", in.value(0), bias));
    }
}
