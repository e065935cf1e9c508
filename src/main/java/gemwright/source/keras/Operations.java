package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Functions of `keras.ops` that were called on tensors of a model: what `x + y` becomes.
final class Operations {
    static final Map<String, Layer> ALL = new HashMap<>();

    private static final String UNARY =
            "Absolute Abs, Negative Neg, Exp Exp, Log Log, Sqrt Sqrt, Floor Floor, Ceil Ceil,"
                    + " Sin Sin, Cos Cos, Tanh Tanh, Sigmoid Sigmoid, Relu Relu, Softplus Softplus,"
                    + " Abs Abs, Sign Sign, Reciprocal Reciprocal";
    private static final String BINARY =
            "Add Add, Subtract Sub, Multiply Mul, Maximum Max,"
                    + " Minimum Min, Power Pow, Matmul MatMul";

    static {
        for (String pair : UNARY.split(", *", -1)) {
            String[] names = pair.split(" ", -1);
            ALL.put(names[0], (in, g) -> List.of(g.op(names[1], in.input())));
        }
        for (String pair : BINARY.split(", *", -1)) {
            String[] names = pair.split(" ", -1);
            ALL.put(names[0], (in, g) -> List.of(MergingLayers.folded(names[1], in, g)));
        }
        for (String quotient : List.of("Divide", "TrueDivide")) {
            ALL.put(quotient, Operations::quotient);
        }
        for (String reduction : List.of("Mean", "Sum", "Max", "Min", "Prod")) {
            ALL.put(reduction, (in, g) -> reduced(in, "Reduce" + reduction, g));
        }
        ALL.put("Square", (in, g) -> List.of(g.op("Mul", in.input(), in.input())));
        ALL.put("Silu", (in, g) -> List.of(Activation.named("silu", in.input(), in, g)));
        ALL.put("Softmax", Operations::softmax);
        ALL.put("Reshape", Operations::reshape);
        ALL.put("Transpose", Operations::transpose);
        ALL.put("Concatenate", Operations::concatenate);
        ALL.put("ExpandDims", Operations::expand);
        ALL.put("Squeeze", Operations::squeeze);
    }

    private Operations() {}

    private static List<Value> reduced(LayerCall in, String operator, SizedGraph g) throws Problem {
        long[] axes = in.settings().wholes("axis");
        Value x = in.input();
        var node =
                g.node(operator)
                        .inputs(operator.equals("ReduceMean") ? MergingLayers.fraction(x, g) : x);
        if (axes.length > 0) {
            node.inputs(g.vector(axes));
        }
        return List.of(
                node.attribute("keepdims", in.settings().truth("keepdims", false) ? 1 : 0)
                        .output());
    }

    private static List<Value> quotient(LayerCall in, SizedGraph g) throws Problem {
        Value[] fractions =
                in.inputs().stream().map(x -> MergingLayers.fraction(x, g)).toArray(Value[]::new);
        return List.of(MergingLayers.folded("Div", in.on(fractions), g));
    }

    private static List<Value> softmax(LayerCall in, SizedGraph g) throws Problem {
        if (!in.settings().has("axis")) {
            throw in.settings().refused("axis"); // over all elements at once, of all rows
        }
        return List.of(
                g.node("Softmax")
                        .inputs(in.input())
                        .attribute("axis", in.settings().whole("axis", -1))
                        .output());
    }

    private static List<Value> reshape(LayerCall in, SizedGraph g) throws Problem {
        return List.of(g.reshape(in.input(), in.settings().wholes("newshape")));
    }

    private static List<Value> transpose(LayerCall in, SizedGraph g) throws Problem {
        long[] axes = in.settings().wholes("axes");
        return List.of(
                axes.length == 0 ? g.op("Transpose", in.input()) : g.transpose(in.input(), axes));
    }

    private static List<Value> concatenate(LayerCall in, SizedGraph g) throws Problem {
        return List.of(
                g.node("Concat")
                        .inputs(in.inputs())
                        .attribute("axis", in.settings().whole("axis", 0))
                        .output());
    }

    private static List<Value> expand(LayerCall in, SizedGraph g) throws Problem {
        return List.of(g.unsqueeze(in.input(), in.settings().wholes("axis")));
    }

    private static List<Value> squeeze(LayerCall in, SizedGraph g) throws Problem {
        long[] axes = in.settings().wholes("axis");
        if (axes.length == 0) {
            throw in.settings().refused("axis"); // a batch of one row would lose its axis too
        }
        return List.of(g.squeeze(in.input(), axes));
    }
}
