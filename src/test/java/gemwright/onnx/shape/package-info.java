@NullMarked
package gemwright.onnx.shape;

import org.jspecify.annotations.NullMarked;
