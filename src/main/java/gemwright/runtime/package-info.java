/// Running models: the only door to ONNX Runtime and to its native code.
///
/// Start with [gemwright.runtime.Session]: it opens a model, names its [gemwright.runtime.Port]s
/// and runs it on a [gemwright.data.Table] or on arrays. [gemwright.runtime.Shapes] asks ONNX
/// Runtime for the type of every value; [gemwright.runtime.Proving] runs a model that may crash in
/// a process of its own. Imports `base`, `onnx` and `data`.
@NullMarked
package gemwright.runtime;

import org.jspecify.annotations.NullMarked;
