@NullMarked
package gemwright.onnx.transpose;

import org.jspecify.annotations.NullMarked;
