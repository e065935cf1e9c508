/// Estimators that split a task over several others.
@NullMarked
package gemwright.source.sklearn.multi;

import org.jspecify.annotations.NullMarked;
