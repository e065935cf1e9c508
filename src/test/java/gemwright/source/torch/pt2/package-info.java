@NullMarked
package gemwright.source.torch.pt2;

import org.jspecify.annotations.NullMarked;
