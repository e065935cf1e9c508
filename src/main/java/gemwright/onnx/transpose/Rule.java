package gemwright.onnx.transpose;

import gemwright.onnx.Node;

/// How an operator works on values whose axes lie in another order.
@FunctionalInterface
interface Rule {
    /// Puts the operator on the sources of its inputs into the new graph and remembers in which
    /// order its outputs are held.
    ///
    /// @return whether it did; where not, its inputs are transposed as they were
    boolean carry(Node node, Arrangement at);
}
