package gemwright.onnx.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Operators whose outputs have the shape of the first input, or that of all inputs broadcast.
final class ElementwiseShapes {
    static final Map<String, ShapeRule> RULES = new HashMap<>();

    private static final String SAME =
            "Abs Acos Acosh Asin Asinh Atan Atanh BatchNormalization BitwiseNot Cast CastLike Ceil"
                + " Celu Clip Cos Cosh CumSum DequantizeLinear Dropout Elu Erf Exp EyeLike Floor"
                + " Gelu GroupNormalization HardSigmoid HardSwish Hardmax Identity"
                + " InstanceNormalization IsInf IsNaN LRN LayerNormalization LeakyRelu Log"
                + " LogSoftmax LpNormalization MeanVarianceNormalization Mish Neg Not PRelu"
                + " QuantizeLinear RMSNormalization Reciprocal Relu ReverseSequence Round"
                + " ScatterElements ScatterND Selu Shrink Sigmoid Sign Sin Sinh Softmax Softplus"
                + " Softsign Sqrt Swish Tan Tanh ThresholdedRelu Trilu";
    private static final String BROADCAST =
            "Add And BitShift BitwiseAnd BitwiseOr BitwiseXor Div Equal Greater GreaterOrEqual Less"
                    + " LessOrEqual Max Mean Min Mod Mul Or Pow Sub Sum Where Xor";

    static {
        for (String operator : SAME.split(" ", -1)) {
            RULES.put(operator, ElementwiseShapes::same);
        }
        for (String operator : BROADCAST.split(" ", -1)) {
            RULES.put(operator, ElementwiseShapes::broadcast);
        }
    }

    private ElementwiseShapes() {}

    static {
        RULES.put("BatchNormalization", ElementwiseShapes::byChannel);
        RULES.put("InstanceNormalization", ElementwiseShapes::byChannel);
        RULES.put("LayerNormalization", ElementwiseShapes::byLayer);
    }

    /// The second axis has as many elements as there are weights.
    private static void byChannel(NodeShapes node) {
        Optional<List<Size>> x = node.shape(0).filter(s -> s.size() > 1);
        Optional<List<Size>> weights = node.shape(1).filter(s -> s.size() == 1);
        if (x.isPresent() && weights.isPresent()) {
            node.same(x.get().get(1), weights.get().getFirst());
        }
        same(node);
    }

    /// The last axes are those of the weights.
    private static void byLayer(NodeShapes node) {
        Optional<List<Size>> x = node.shape(0);
        Optional<List<Size>> weights = node.shape(1);
        if (x.isPresent() && weights.isPresent()) {
            int front = x.get().size() - weights.get().size();
            if (front < 0) {
                node.conflict(x.get() + " with the weights " + weights.get());
                return;
            }
            for (int i = 0; i < weights.get().size(); i++) {
                node.same(x.get().get(front + i), weights.get().get(i));
            }
        }
        same(node);
    }

    private static void same(NodeShapes node) {
        node.shape(0).ifPresent(shape -> node.out(0, shape));
        SizeShapes.pass(node);
    }

    private static void broadcast(NodeShapes node) {
        Optional<List<Size>> shape = node.shape(0);
        for (int i = 1; i < node.inputs() && shape.isPresent(); i++) {
            Optional<List<Size>> next = node.shape(i);
            shape = next.isPresent() ? of(shape.get(), next.get(), node) : Optional.empty();
        }
        shape.ifPresent(sizes -> node.out(0, sizes));
        SizeShapes.compute(node);
    }

    /// Both shapes stretched to each other. Two free sizes are taken for equal: where they were
    /// not, the model would not run.
    static Optional<List<Size>> of(List<Size> a, List<Size> b, NodeShapes node) {
        int rank = Math.max(a.size(), b.size());
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            Size one = at(a, i - rank + a.size());
            Size two = at(b, i - rank + b.size());
            if (!one.is(1) && !two.is(1)) {
                node.same(one, two);
            }
            sizes.add(one.is(1) || (two.isKnown() && !two.is(1)) ? two : one);
        }
        return Optional.of(sizes);
    }

    private static Size at(List<Size> sizes, int index) {
        return index < 0 ? Size.ONE : sizes.get(index);
    }
}
