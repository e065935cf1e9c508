package gemwright.serve.predict;

import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;

import tools.jackson.core.JsonParser;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.LongStream;

/// `float64`, and the two 16-bit kinds, which are rounded at the end.
final class DoubleCells extends Cells {
    private static final double LARGEST_FLOAT16 = 65_504;
    private static final double LARGEST_BFLOAT16 = 0x1.FEp127;

    private final DType type;
    private double[] values = new double[64];

    DoubleCells(DType type) {
        this.type = type;
    }

    @Override
    public void put(int index, JsonParser value, boolean maybeMissing, Place place) throws Refusal {
        double number = real(value, maybeMissing, type.numpy(), place);
        boolean tooLarge =
                switch (type) {
                    case FLOAT16 -> Math.abs(number) > LARGEST_FLOAT16;
                    case BFLOAT16 -> Math.abs(number) > LARGEST_BFLOAT16;
                    default -> false;
                };
        if (tooLarge) {
            throw place.refuse("a number that fits " + type.numpy(), value);
        }
        if (index >= values.length) {
            values = Arrays.copyOf(values, grown(values.length, index));
        }
        values[index] = number;
    }

    @Override
    public NdArray array(int size, long... shape) {
        double[] exact = Arrays.copyOf(values, size);
        if (type == DType.FLOAT64) {
            return NdArray.of(exact, shape);
        }
        short[] bits = new short[size];
        for (int i = 0; i < size; i++) {
            float rounded = (float) exact[i];
            bits[i] = type == DType.FLOAT16 ? Float.floatToFloat16(rounded) : bfloat16(rounded);
        }
        return NdArray.of(type, MemorySegment.ofArray(bits), LongStream.of(shape).boxed().toList());
    }

    /// The upper half of the bits, rounded to the nearest, ties to even.
    private static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
    }
}
