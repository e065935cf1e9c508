/// What an ONNX file says, as immutable records over a mapped file; reading, writing, building,
/// rewriting and checking it.
///
/// Start with [gemwright.onnx.OnnxFile] (open, write) and [gemwright.onnx.Model]; converters start
/// with [gemwright.onnx.GraphBuilder], rewriters with [gemwright.onnx.GraphTransform]. The names
/// follow onnx.proto, spelled out. Imports `base` and `format`.
@NullMarked
package gemwright.onnx;

import org.jspecify.annotations.NullMarked;
