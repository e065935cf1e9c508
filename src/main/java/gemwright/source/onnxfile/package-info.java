/// ONNX files as a source: opened as they are, converted by handing them on.
@NullMarked
package gemwright.source.onnxfile;

import org.jspecify.annotations.NullMarked;
