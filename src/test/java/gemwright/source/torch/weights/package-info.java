@NullMarked
package gemwright.source.torch.weights;

import org.jspecify.annotations.NullMarked;
