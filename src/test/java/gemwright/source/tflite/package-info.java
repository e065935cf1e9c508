@NullMarked
package gemwright.source.tflite;

import org.jspecify.annotations.NullMarked;
