/// Model files of other libraries (and ONNX itself): each format opens a file, tells what is in it,
/// and makes ONNX of it. Start with [gemwright.source.Sources]; one sub-package per origin.
@NullMarked
package gemwright.source;

import org.jspecify.annotations.NullMarked;
