/// numpy's `.npy` files (format 1.0 to 3.0), read as data: the header is a Python literal, which is
/// parsed by a grammar of five rules and never evaluated; arrays of Python objects are refused.
/// Start with [gemwright.format.npy.NpyFile].
@NullMarked
package gemwright.format.npy;

import org.jspecify.annotations.NullMarked;
