/// HDF5 files, through jhdf; the only place that knows the library.
@NullMarked
package gemwright.format.hdf5;

import org.jspecify.annotations.NullMarked;
