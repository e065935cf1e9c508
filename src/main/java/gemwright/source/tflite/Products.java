package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Products of matrices.
final class Products {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        ALL.put("FULLY_CONNECTED", Products::connected);
        ALL.put("BATCH_MATMUL", Products::batched);
    }

    private Products() {}

    /// Weights lie as `[outputs, inputs]`.
    private static List<Value> connected(Call in, SizedGraph g) throws Problem {
        in.ignore(3, 4);
        if (in.code(1) != 0) {
            throw in.refused("tflite.option", in.operator(), 1);
        }
        Value x = in.value(0);
        boolean keeps = in.truth(2) && g.rank(x) != 2;
        Value y = keeps ? product(x, in, g) : matrix(x, in, g);
        return List.of(Activations.fused(y, in, 0, g));
    }

    private static Value matrix(Value x, Call in, SizedGraph g) throws Problem {
        Value weight = in.value(1);
        long width = in.number(g.shape(weight).getLast());
        boolean flat = g.rank(x) == 2 && g.shape(x).getLast().is(width);
        NodeBuilder node = g.node("Gemm").inputs(flat ? x : g.reshape(x, -1, width), weight);
        Value bias = in.optional(2);
        if (!bias.equals(Value.NONE)) {
            node.inputs(bias);
        }
        return node.attribute("transB", 1).output();
    }

    private static Value product(Value x, Call in, SizedGraph g) throws Problem {
        Value y = g.op("MatMul", x, in.turned(1, 1, 0));
        Value bias = in.optional(2);
        return bias.equals(Value.NONE) ? y : g.op("Add", y, bias);
    }

    private static List<Value> batched(Call in, SizedGraph g) throws Problem {
        in.ignore(2);
        Value a = side(0, in.truth(0), in, g);
        Value b = side(1, in.truth(1), in, g);
        return List.of(g.op("MatMul", a, b));
    }

    private static Value side(int input, boolean turned, Call in, SizedGraph g) throws Problem {
        if (!turned) {
            return in.value(input);
        }
        int rank = g.rank(in.value(input));
        long[] order = new long[rank];
        for (int i = 0; i < rank; i++) {
            order[i] = i < rank - 2 ? i : 2L * rank - 3 - i;
        }
        return in.turned(input, order);
    }
}
