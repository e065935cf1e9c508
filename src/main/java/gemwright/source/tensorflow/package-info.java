/// TensorFlow's graphs: a frozen `GraphDef`.
///
/// Start at [gemwright.source.tensorflow.GraphDefFormat]; operators stand in families, each a table
/// of functions that [gemwright.source.tensorflow.Operators] gathers.
@NullMarked
package gemwright.source.tensorflow;

import org.jspecify.annotations.NullMarked;
