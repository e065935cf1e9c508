/// Estimators that look at the nearest training rows. Start with
/// [gemwright.source.sklearn.neighbors.Metric], the distances, and
/// [gemwright.source.sklearn.neighbors.Nearest], who is near.
@NullMarked
package gemwright.source.sklearn.neighbors;

import org.jspecify.annotations.NullMarked;
