/// Estimators that scale and encode columns.
@NullMarked
package gemwright.source.sklearn.preprocessing;

import org.jspecify.annotations.NullMarked;
