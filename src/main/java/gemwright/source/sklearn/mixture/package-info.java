/// Mixtures of normal distributions.
@NullMarked
package gemwright.source.sklearn.mixture;

import org.jspecify.annotations.NullMarked;
