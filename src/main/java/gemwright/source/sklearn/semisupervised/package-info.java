/// Estimators that learn from rows of which only some have labels.
@NullMarked
package gemwright.source.sklearn.semisupervised;

import org.jspecify.annotations.NullMarked;
