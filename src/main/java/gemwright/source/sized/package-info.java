/// What all networks are written with, whatever file they come from: a graph that knows the sizes
/// of its values, so that shapes that follow from free dimensions are computed only where they must
/// be.
///
/// Start at [gemwright.source.sized.SizedGraph].
@NullMarked
package gemwright.source.sized;

import org.jspecify.annotations.NullMarked;
