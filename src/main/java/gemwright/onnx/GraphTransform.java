package gemwright.onnx;

import gemwright.base.Problem;
import gemwright.base.Progress;

/// A rewriting of a model, node by node: a node that the transform does not know passes through
/// unchanged, and so does everything around it, to the byte.
///
/// ```java
/// GraphTransform squareRoots =
///         (node, g) -> {
///             if (!node.is("Sqrt")) {
///                 return false;
///             }
///             Value x = g.value(node.inputs().getFirst());
///             g.node("Pow").inputs(x, g.scalar("half", 0.5f)).into(node.outputs());
///             return true;
///         };
/// Model without = squareRoots.apply(model, progress);
/// ```
///
/// Nodes of sub-graphs come before the node that they are in. Constants that nobody uses any more
/// afterwards are dropped. Bodies of functions stay as they are.
@FunctionalInterface
public interface GraphTransform {
    /// Puts something in the place of a node: nodes into the builder, the last of them with the
    /// node's outputs ([NodeBuilder#into]).
    ///
    /// @param node the node; the type of its inputs is [GraphBuilder#value], the content of
    ///   constant ones [GraphBuilder#constantOf]
    /// @param g the graph that the node is in, as far as it is rewritten
    /// @return whether it did; where not, the node passes through
    boolean replace(Node node, GraphBuilder g) throws Problem;

    /// The model, rewritten. The model itself where no node was replaced.
    default Model apply(Model model, Progress progress) throws Problem {
        return new Rewriting(this, progress).model(model);
    }
}
