/// Making models smaller by storing and computing with fewer bits.
///
/// A [gemwright.quantize.Method] decides node by node; the decisions are a
/// [gemwright.quantize.QuantizationPlan], which says of every node that holds weights whether it is
/// quantized or why it is kept. A [gemwright.quantize.Quantizer] carries a plan out as a graph
/// transform, weights streamed. To add a method: one class that implements
/// [gemwright.quantize.Recipe], one constant in [gemwright.quantize.Method]. Imports `base`,
/// `onnx`, `data`, `runtime` and `compare`.
@NullMarked
package gemwright.quantize;

import org.jspecify.annotations.NullMarked;
