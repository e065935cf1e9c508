/// Raises a model to a newer version of ONNX's operator set.
///
/// Start at [gemwright.onnx.opset.OpsetConversion]. An operator whose definition changed in a way
/// that a node notices has a step in one of the tables; the table of all definitions tells for the
/// others that nothing they use was taken away.
@NullMarked
package gemwright.onnx.opset;

import org.jspecify.annotations.NullMarked;
