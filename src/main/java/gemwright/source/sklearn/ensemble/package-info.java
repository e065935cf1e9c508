/// Estimators that ask several others.
@NullMarked
package gemwright.source.sklearn.ensemble;

import org.jspecify.annotations.NullMarked;
