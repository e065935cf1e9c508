@NullMarked
package gemwright.source.torch.module;

import org.jspecify.annotations.NullMarked;
