package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Operators that take axes together, or go along one.
final class Reductions {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        ALL.put("MEAN", (in, g) -> List.of(reduced(in, "ReduceMean", in.value(0), g)));
        ALL.put("SUM", (in, g) -> List.of(reduced(in, "ReduceSum", in.value(0), g)));
        ALL.put("REDUCE_PROD", (in, g) -> List.of(reduced(in, "ReduceProd", in.value(0), g)));
        ALL.put("REDUCE_MAX", (in, g) -> List.of(reduced(in, "ReduceMax", in.value(0), g)));
        ALL.put("REDUCE_MIN", (in, g) -> List.of(reduced(in, "ReduceMin", in.value(0), g)));
        ALL.put("REDUCE_ANY", (in, g) -> logical(in, "ReduceMax", g));
        ALL.put("REDUCE_ALL", (in, g) -> logical(in, "ReduceMin", g));
        ALL.put("ARG_MAX", (in, g) -> place(in, "ArgMax", g));
        ALL.put("ARG_MIN", (in, g) -> place(in, "ArgMin", g));
        ALL.put("CUMSUM", Reductions::running);
    }

    private Reductions() {}

    private static Value reduced(Call in, String operator, Value x, SizedGraph g) throws Problem {
        return g.node(operator)
                .inputs(x, g.vector(in.constants(1, g)))
                .attribute("keepdims", in.truth(0) ? 1 : 0)
                .output();
    }

    private static List<Value> logical(Call in, String operator, SizedGraph g) throws Problem {
        Value numbers = g.cast(in.value(0), ElementType.INT32);
        return List.of(g.cast(reduced(in, operator, numbers, g), ElementType.BOOL));
    }

    /// The type stands in the tensor too.
    private static List<Value> place(Call in, String operator, SizedGraph g) throws Problem {
        in.ignore(0);
        return List.of(
                g.node(operator)
                        .inputs(in.value(0))
                        .attribute("axis", in.constant(1, g))
                        .attribute("keepdims", 0)
                        .output());
    }

    private static List<Value> running(Call in, SizedGraph g) throws Problem {
        return List.of(
                g.node("CumSum")
                        .inputs(in.value(0), g.cast(in.value(1), ElementType.INT64))
                        .attribute("exclusive", in.code(0))
                        .attribute("reverse", in.code(1))
                        .output());
    }
}
