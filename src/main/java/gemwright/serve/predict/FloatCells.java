package gemwright.serve.predict;

import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;

import tools.jackson.core.JsonParser;

import java.util.Arrays;

/// `float32`: what most models take.
final class FloatCells extends Cells {
    private float[] values = new float[64];

    @Override
    public void put(int index, JsonParser value, boolean maybeMissing, Place place) throws Refusal {
        double number = real(value, maybeMissing, "float32", place);
        if (Math.abs(number) > Float.MAX_VALUE) {
            throw place.refuse("a number that fits float32 (up to 3.4e38)", value);
        }
        if (index >= values.length) {
            values = Arrays.copyOf(values, grown(values.length, index));
        }
        values[index] = (float) number;
    }

    @Override
    public NdArray array(int size, long... shape) {
        return NdArray.of(values.length == size ? values : Arrays.copyOf(values, size), shape);
    }
}
