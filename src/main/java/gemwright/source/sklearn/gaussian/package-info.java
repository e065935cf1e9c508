/// Gaussian processes. Start with [gemwright.source.sklearn.gaussian.Covariance], their kernels.
@NullMarked
package gemwright.source.sklearn.gaussian;

import org.jspecify.annotations.NullMarked;
