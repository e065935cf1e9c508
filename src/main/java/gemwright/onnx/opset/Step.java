package gemwright.onnx.opset;

import gemwright.base.Problem;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Node;

/// What one edition of an operator asks of a node that was written for the one before.
@FunctionalInterface
interface Step {
    /// Puts into the graph what does the same in the new edition.
    ///
    /// @throws Problem where nothing does
    void write(Node node, Ranks ranks, GraphBuilder g) throws Problem;
}
