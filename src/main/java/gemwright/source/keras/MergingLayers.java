package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Layers that take several tensors together.
final class MergingLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    static {
        ALL.put("Add", (in, g) -> List.of(folded("Add", in, g)));
        ALL.put("Multiply", (in, g) -> List.of(folded("Mul", in, g)));
        ALL.put("Maximum", (in, g) -> List.of(folded("Max", in, g)));
        ALL.put("Minimum", (in, g) -> List.of(folded("Min", in, g)));
        ALL.put("Subtract", MergingLayers::difference);
        ALL.put("Average", MergingLayers::mean);
        ALL.put("Concatenate", MergingLayers::concatenate);
        ALL.put("Dot", MergingLayers::dot);
    }

    private MergingLayers() {}

    static Value folded(String operator, LayerCall in, SizedGraph g) throws Problem {
        requireSeveral(in);
        Value all = in.inputs().getFirst();
        for (Value next : in.inputs().subList(1, in.inputs().size())) {
            all = g.op(operator, all, next);
        }
        return all;
    }

    /// The value as a float, as `keras.ops` divides whole numbers.
    static Value fraction(Value x, SizedGraph g) {
        return x.type().isFloating() ? x : g.cast(x, ElementType.FLOAT);
    }

    private static void requireSeveral(LayerCall in) throws Problem {
        if (in.inputs().size() < 2) {
            throw in.refused("keras.inputs", in.type(), in.inputs().size());
        }
    }

    private static List<Value> difference(LayerCall in, SizedGraph g) throws Problem {
        requireSeveral(in);
        return List.of(g.op("Sub", in.inputs().get(0), in.inputs().get(1)));
    }

    private static List<Value> mean(LayerCall in, SizedGraph g) throws Problem {
        Value whole = folded("Add", in, g);
        // TensorFlow divides whole numbers of 32 bits and more into doubles.
        boolean wide = whole.type() == ElementType.INT32 || whole.type() == ElementType.INT64;
        Value sum = wide ? g.cast(whole, ElementType.DOUBLE) : fraction(whole, g);
        return List.of(g.op("Div", sum, g.number(in.inputs().size(), sum.type())));
    }

    private static List<Value> concatenate(LayerCall in, SizedGraph g) throws Problem {
        requireSeveral(in);
        return List.of(
                g.node("Concat")
                        .inputs(in.inputs())
                        .attribute("axis", in.settings().whole("axis", -1))
                        .output());
    }

    /// Products along one axis of each, the first axis a batch.
    private static List<Value> dot(LayerCall in, SizedGraph g) throws Problem {
        requireSeveral(in);
        Value a = in.inputs().get(0);
        Value b = in.inputs().get(1);
        long[] axes = in.settings().wholes("axes");
        if (in.settings().truth("normalize", false)) {
            throw in.settings().refused("normalize");
        }
        long first = axes[0] < 0 ? axes[0] + g.rank(a) : axes[0];
        long second = axes[axes.length - 1];
        second = second < 0 ? second + g.rank(b) : second;
        if (g.rank(a) == 2 && g.rank(b) == 2 && first == 1 && second == 1) {
            return List.of(
                    g.node("ReduceSum")
                            .inputs(g.op("Mul", a, b), g.vector(1))
                            .attribute("keepdims", 1)
                            .output());
        }
        if (g.rank(a) != 3 || g.rank(b) != 3 || first < 1 || second < 1) {
            throw in.settings().refused("axes");
        }
        Value left = first == 2 ? a : g.transpose(a, 0, 2, 1);
        Value right = second == 1 ? b : g.transpose(b, 0, 2, 1);
        return List.of(g.op("MatMul", left, right));
    }
}
