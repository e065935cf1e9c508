/// Estimators that weigh the columns and add them up.
@NullMarked
package gemwright.source.sklearn.linear;

import org.jspecify.annotations.NullMarked;
