/// Gemwright, the ONNX model workbench. Start with [gemwright.Main]; the packages and who may
/// import whom are described in `src/site/markdown/architecture.md` and held by `ArchitectureTest`.
@NullMarked
package gemwright;

import org.jspecify.annotations.NullMarked;
