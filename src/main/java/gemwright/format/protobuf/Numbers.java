package gemwright.format.protobuf;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// Numbers gathered from the fields of a message; grows with what was read, never with what a file
/// claims.
public final class Numbers implements LongConsumer {
    private long[] values = new long[4];
    private int size;

    @Override
    public void accept(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    /// All of them.
    public long[] toLongs() {
        return Arrays.copyOf(values, size);
    }

    /// All of them, the low 32 bits of each taken as a float.
    public float[] toFloats() {
        float[] floats = new float[size];
        for (int i = 0; i < size; i++) {
            floats[i] = Float.intBitsToFloat((int) values[i]);
        }
        return floats;
    }
}
