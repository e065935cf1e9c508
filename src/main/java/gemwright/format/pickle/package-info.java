/// Python pickles and joblib files read as data: nothing in them is imported, called or
/// instantiated. Start with [gemwright.format.pickle.PickleFile], which gives a tree of
/// [gemwright.format.pickle.PickleValue]s. `src/site/markdown/formats/pickle.md` tells which
/// layouts are read.
@NullMarked
package gemwright.format.pickle;

import org.jspecify.annotations.NullMarked;
