package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Shapes, and tensors that are made.
final class Creation {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        ALL.put("SHAPE", Creation::shape);
        ALL.put(
                "RANK",
                (in, g) -> List.of(g.number((long) g.rank(in.value(0)), ElementType.INT32)));
        ALL.put("FILL", (in, g) -> List.of(g.op("Expand", in.value(1), in.sizes(0, g))));
        ALL.put("ZEROS_LIKE", Creation::zeros);
        ALL.put("RANGE", (in, g) -> List.of(g.op("Range", in.value(0), in.value(1), in.value(2))));
    }

    private Creation() {}

    private static List<Value> shape(Call in, SizedGraph g) throws Problem {
        in.ignore(0);
        return List.of(g.cast(g.op("Shape", in.value(0)), in.output(0).type()));
    }

    private static List<Value> zeros(Call in, SizedGraph g) throws Problem {
        Value x = in.value(0);
        return List.of(g.op("Expand", g.number(0, x.type()), g.op("Shape", x)));
    }
}
