/// Pickles that hold something other than a model: what is in them can be seen, not converted.
@NullMarked
package gemwright.source.pickle;

import org.jspecify.annotations.NullMarked;
