/// Sizes of the values of a graph that is being built, followed node by node: numbers, names of
/// free dimensions, and what is computed from them. Start with [gemwright.onnx.shape.ShapeTracker].
@NullMarked
package gemwright.onnx.shape;

import org.jspecify.annotations.NullMarked;
