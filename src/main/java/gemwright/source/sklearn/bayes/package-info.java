/// Naive Bayes classifiers.
@NullMarked
package gemwright.source.sklearn.bayes;

import org.jspecify.annotations.NullMarked;
