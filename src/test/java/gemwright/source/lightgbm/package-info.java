@NullMarked
package gemwright.source.lightgbm;

import org.jspecify.annotations.NullMarked;
