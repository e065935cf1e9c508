/// Estimators that project columns onto fewer.
@NullMarked
package gemwright.source.sklearn.decompose;

import org.jspecify.annotations.NullMarked;
