package gemwright.onnx.shape;

/// How the sizes of a node's outputs follow from those of its inputs, by ONNX's definition of the
/// operator. What a rule does not tell stays unknown.
@FunctionalInterface
interface ShapeRule {
    void apply(NodeShapes node);
}
