/// Estimators made of others: pipelines and column transformers.
@NullMarked
package gemwright.source.sklearn.compose;

import org.jspecify.annotations.NullMarked;
