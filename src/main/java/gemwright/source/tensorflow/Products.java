package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Products of matrices.
final class Products {
    static final Map<String, TensorflowOperator> ALL = new HashMap<>();

    static {
        ALL.put("MatMul", (in, g) -> product(in, g, "transpose_a", "transpose_b"));
        for (String name : List.of("BatchMatMul", "BatchMatMulV2", "BatchMatMulV3")) {
            ALL.put(name, (in, g) -> product(in, g, "adj_x", "adj_y"));
        }
        ALL.put("Einsum", Products::einsum);
    }

    private Products() {}

    private static List<Value> product(Call in, SizedGraph g, String first, String second)
            throws Problem {
        Value a = in.truth(first, false) ? g.transposed(in.value(0)) : in.value(0);
        Value b = in.truth(second, false) ? g.transposed(in.value(1)) : in.value(1);
        return List.of(g.op("MatMul", a, b));
    }

    private static List<Value> einsum(Call in, SizedGraph g) throws Problem {
        String equation = in.text("equation", "");
        return List.of(g.node("Einsum").inputs(in.all()).attribute("equation", equation).output());
    }
}
