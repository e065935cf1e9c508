/// Estimators that fill in what is missing.
@NullMarked
package gemwright.source.sklearn.impute;

import org.jspecify.annotations.NullMarked;
