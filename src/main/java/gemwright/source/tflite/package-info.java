/// TensorFlow Lite files (`.tflite`): FlatBuffers of the schema that TensorFlow 2.21 ships, read
/// without running anything in them.
///
/// [gemwright.source.tflite.TfliteFile] is what the file says; `TfliteConversion` writes its
/// operators into a graph. An operator is a function in one of the families, by its name in the
/// schema; what is quantized stays so, as `QuantizeLinear` and `DequantizeLinear` around it.
@NullMarked
package gemwright.source.tflite;

import org.jspecify.annotations.NullMarked;
