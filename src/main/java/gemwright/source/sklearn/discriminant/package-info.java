/// Discriminant analyses.
@NullMarked
package gemwright.source.sklearn.discriminant;

import org.jspecify.annotations.NullMarked;
