/// Files of tensors without a network: what the names and shapes of the tensors suggest. A guess is
/// shown, never built. Start with [gemwright.source.weights.Layers].
@NullMarked
package gemwright.source.weights;

import org.jspecify.annotations.NullMarked;
