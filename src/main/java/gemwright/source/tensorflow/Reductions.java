package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sums, means, largest elements along axes.
final class Reductions {
    static final Map<String, TensorflowOperator> ALL = new HashMap<>();

    static {
        ALL.put("Mean", (in, g) -> reduce(in, g, "ReduceMean"));
        ALL.put("Sum", (in, g) -> reduce(in, g, "ReduceSum"));
        ALL.put("Max", (in, g) -> reduce(in, g, "ReduceMax"));
        ALL.put("Min", (in, g) -> reduce(in, g, "ReduceMin"));
        ALL.put("Prod", (in, g) -> reduce(in, g, "ReduceProd"));
        ALL.put("ArgMax", (in, g) -> place(in, g, "ArgMax"));
        ALL.put("ArgMin", (in, g) -> place(in, g, "ArgMin"));
    }

    private Reductions() {}

    private static List<Value> reduce(Call in, SizedGraph g, String operator) throws Problem {
        boolean keep = in.truth("keep_dims", false);
        long[] axes = in.constants(1, g);
        Value x = in.value(0);
        if (axes.length == 0) {
            return List.of(x); // no axes here, where ONNX would take all
        }
        return List.of(
                g.node(operator)
                        .inputs(x, g.vector(axes))
                        .attribute("keepdims", keep ? 1L : 0L)
                        .output());
    }

    private static List<Value> place(Call in, SizedGraph g, String operator) throws Problem {
        ElementType type = in.type("output_type", ElementType.INT64);
        Value place =
                g.node(operator)
                        .inputs(in.value(0))
                        .attribute("axis", in.constant(1, g))
                        .attribute("keepdims", 0L)
                        .output();
        return List.of(g.cast(place, type));
    }
}
