package gemwright.format.protobuf;

import java.util.Arrays;

/// Numbers gathered from the fields of a message; grows with what was read, never with what a file
/// claims. Words of four or eight bytes are held as they are, sign-extended.
public final class Numbers {
    private long[] values = new long[8];
    private int size;

    /// Adds one.
    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    /// How many there are.
    public int size() {
        return size;
    }

    /// The number at that place.
    public long get(int index) {
        return values[index];
    }

    /// All of them.
    public long[] toLongs() {
        return Arrays.copyOf(values, size);
    }

    /// All of them, each taken as the bits of a float.
    public float[] toFloats() {
        float[] floats = new float[size];
        for (int i = 0; i < size; i++) {
            floats[i] = Float.intBitsToFloat((int) values[i]);
        }
        return floats;
    }
}
