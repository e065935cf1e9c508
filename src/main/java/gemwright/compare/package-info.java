/// What a change of a model costs: two models held against each other on the same rows.
///
/// Start with [gemwright.compare.Comparison]. Differences of the outputs, the task's own metric
/// with its confidence interval, latency measured in turn, and size; every figure is computed in
/// one pass with constant memory. Imports `base`, `onnx`, `data` and `runtime`.
@NullMarked
package gemwright.compare;

import org.jspecify.annotations.NullMarked;
