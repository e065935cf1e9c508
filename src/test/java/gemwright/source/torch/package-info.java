@NullMarked
package gemwright.source.torch;

import org.jspecify.annotations.NullMarked;
