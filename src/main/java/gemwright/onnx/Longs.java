package gemwright.onnx;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/// An immutable list of whole numbers, held without boxes.
public final class Longs extends AbstractList<Long> implements RandomAccess {
    private static final Longs EMPTY = new Longs(new long[0]);

    private final long[] values;

    private Longs(long[] values) {
        this.values = values;
    }

    /// A list of these numbers.
    public static Longs of(long... values) {
        return values.length == 0 ? EMPTY : new Longs(values.clone());
    }

    /// The number at that place.
    public long at(int index) {
        return values[index];
    }

    /// All of them.
    public long[] toLongs() {
        return values.clone();
    }

    @Override
    public Long get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Longs longs
                ? Arrays.equals(values, longs.values)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
