/// Multilayer perceptrons.
@NullMarked
package gemwright.source.sklearn.neural;

import org.jspecify.annotations.NullMarked;
