package gemwright.onnx.transpose;

import gemwright.onnx.Node;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Operators that work on every element for itself, and stretch their inputs to each other.
final class ElementwiseRules {
    static final Map<String, Rule> RULES = new HashMap<>();

    private static final String OPERATORS =
            "Abs Acos Acosh Add And Asin Asinh Atan Atanh BitShift BitwiseAnd BitwiseNot BitwiseOr"
                + " BitwiseXor Cast Ceil Celu Clip Cos Cosh Div Elu Equal Erf Exp Floor Gelu"
                + " Greater GreaterOrEqual HardSigmoid HardSwish Identity IsInf IsNaN LeakyRelu"
                + " Less LessOrEqual Log Max Mean Min Mish Mod Mul Neg Not Or PRelu Pow Reciprocal"
                + " Relu Round Selu Shrink Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Sub Sum"
                + " Swish Tan Tanh ThresholdedRelu Where Xor";

    static {
        for (String operator : OPERATORS.split(" ", -1)) {
            RULES.put(operator, ElementwiseRules::carry);
        }
    }

    private ElementwiseRules() {}

    private static boolean carry(Node node, Arrangement at) {
        Optional<Permutation> order = at.order(node).filter(o -> fits(node, o, at));
        if (order.isEmpty()) {
            return false;
        }
        long free = node.inputs().stream().filter(in -> at.isFree(order.get(), in)).count();
        if (node.inputs().size() - free > 1) {
            return false;
        }
        Permutation in = order.get();
        if (!node.inputs().stream().allMatch(input -> at.canHave(in, input))) {
            return false;
        }
        at.carry(node.withInputs(node.inputs().stream().map(i -> at.in(in, i)).toList()), in);
        return true;
    }

    /// Whether no input has more axes than the value that is held in that order.
    private static boolean fits(Node node, Permutation order, Arrangement at) {
        for (String input : node.inputs()) {
            OptionalInt rank = input.isEmpty() ? OptionalInt.of(0) : at.rank(input);
            if (rank.isEmpty() || rank.getAsInt() > order.rank()) {
                return false;
            }
        }
        return true;
    }
}
