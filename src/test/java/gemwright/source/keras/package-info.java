@NullMarked
package gemwright.source.keras;

import org.jspecify.annotations.NullMarked;
