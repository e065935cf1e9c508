/// Estimators that stand for the one they found.
@NullMarked
package gemwright.source.sklearn.search;

import org.jspecify.annotations.NullMarked;
