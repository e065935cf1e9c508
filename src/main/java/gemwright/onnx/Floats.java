package gemwright.onnx;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/// An immutable list of float numbers, held without boxes.
public final class Floats extends AbstractList<Float> implements RandomAccess {
    private static final Floats EMPTY = new Floats(new float[0]);

    private final float[] values;

    private Floats(float[] values) {
        this.values = values;
    }

    /// A list of these numbers.
    public static Floats of(float... values) {
        return values.length == 0 ? EMPTY : new Floats(values.clone());
    }

    /// The number at that place.
    public float at(int index) {
        return values[index];
    }

    /// All of them.
    public float[] toFloats() {
        return values.clone();
    }

    @Override
    public Float get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Floats floats
                ? Arrays.equals(values, floats.values)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
