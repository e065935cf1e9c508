/// Estimators that always say the same.
@NullMarked
package gemwright.source.sklearn.dummy;

import org.jspecify.annotations.NullMarked;
