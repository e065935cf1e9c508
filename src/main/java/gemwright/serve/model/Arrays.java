package gemwright.serve.model;

import gemwright.data.DType;
import gemwright.data.NdArray;

import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.stream.LongStream;

/// Arrays to try a model with.
final class Arrays {
    private Arrays() {}

    /// Zeros, `false` or empty texts.
    static NdArray zeros(DType type, long... shape) {
        long size = LongStream.of(shape).reduce(1, Math::multiplyExact);
        if (type == DType.STRING) {
            return NdArray.of(Collections.nCopies(Math.toIntExact(size), ""), shape);
        }
        byte[] bytes = new byte[Math.toIntExact(size * type.bytes())];
        return NdArray.of(
                type, MemorySegment.ofArray(bytes), LongStream.of(shape).boxed().toList());
    }

    /// Real numbers as `float64`, or as `float32` where the type is narrower: the session gives
    /// them the width that the model wants.
    static NdArray reals(DType type, double[] values, long... shape) {
        if (type == DType.FLOAT64) {
            return NdArray.of(values, shape);
        }
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return NdArray.of(narrow, shape);
    }
}
