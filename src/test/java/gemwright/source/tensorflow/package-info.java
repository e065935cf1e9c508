@NullMarked
package gemwright.source.tensorflow;

import org.jspecify.annotations.NullMarked;
