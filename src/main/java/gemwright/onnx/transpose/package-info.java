/// Takes superfluous `Transpose` nodes out of a graph: those that a source with channels in the
/// last axis needs around every convolution cancel where only operators lie between them that do
/// not care about the order of axes.
///
/// Start at [gemwright.onnx.transpose.Transposes]. What an operator does to values that lie in
/// another order stands in the families of rules; a new operator is a line in one of them.
@NullMarked
package gemwright.onnx.transpose;

import org.jspecify.annotations.NullMarked;
