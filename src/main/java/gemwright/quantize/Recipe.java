package gemwright.quantize;

import gemwright.base.Problem;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Node;

/// How one method treats nodes. Belongs to one rewriting of one model: it may remember what it made
/// for one node to share it with another.
interface Recipe {
    /// Whether the node is quantized, or why not.
    ///
    /// @param g the graph that the node is in
    Decision decide(Node node, GraphBuilder g);

    /// Puts the quantized form of a node that was decided to be so in its place.
    void replace(Node node, GraphBuilder g) throws Problem;
}
