/// Estimators that choose some of the columns.
@NullMarked
package gemwright.source.sklearn.select;

import org.jspecify.annotations.NullMarked;
