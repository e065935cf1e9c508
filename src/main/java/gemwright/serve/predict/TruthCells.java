package gemwright.serve.predict;

import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.Arrays;

/// `true` and `false`.
final class TruthCells extends Cells {
    private boolean[] values = new boolean[64];

    @Override
    public void put(int index, JsonParser value, boolean maybeMissing, Place place) throws Refusal {
        JsonToken token = value.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw place.refuse("true or false", value);
        }
        if (index >= values.length) {
            values = Arrays.copyOf(values, grown(values.length, index));
        }
        values[index] = token == JsonToken.VALUE_TRUE;
    }

    @Override
    public NdArray array(int size, long... shape) {
        return NdArray.of(Arrays.copyOf(values, size), shape);
    }
}
