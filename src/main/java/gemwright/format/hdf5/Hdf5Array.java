package gemwright.format.hdf5;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// Numbers of an HDF5 file.
///
/// @param numpy their type, as numpy spells it: `float32`
/// @param shape sizes of the axes; none for a single number
/// @param littleEndian the numbers, in row-major order
public record Hdf5Array(String numpy, List<Long> shape, MemorySegment littleEndian) {
    public Hdf5Array {
        shape = List.copyOf(shape);
    }
}
