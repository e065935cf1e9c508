@NullMarked
package gemwright.onnx.opset;

import org.jspecify.annotations.NullMarked;
