/// Where the boxes and lines of a drawn graph go: geometry only, for the window's canvas and the
/// SVG alike. Start with [gemwright.onnx.layout.GraphLayout]. Imports `onnx`.
@NullMarked
package gemwright.onnx.layout;

import org.jspecify.annotations.NullMarked;
