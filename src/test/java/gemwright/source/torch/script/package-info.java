@NullMarked
package gemwright.source.torch.script;

import org.jspecify.annotations.NullMarked;
