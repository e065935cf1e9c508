/// Estimators that put rows into groups.
@NullMarked
package gemwright.source.sklearn.cluster;

import org.jspecify.annotations.NullMarked;
