/// Estimators that look at how columns vary together.
@NullMarked
package gemwright.source.sklearn.covariance;

import org.jspecify.annotations.NullMarked;
