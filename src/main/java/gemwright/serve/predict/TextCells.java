package gemwright.serve.predict;

import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;

/// Texts; a missing one is the empty text, which clients have to spell.
final class TextCells extends Cells {
    private final List<String> values = new ArrayList<>();

    @Override
    public void put(int index, JsonParser value, boolean maybeMissing, Place place) throws Refusal {
        if (value.currentToken() != JsonToken.VALUE_STRING) {
            throw place.refuse("a text (\"\" where it is missing)", value);
        }
        while (values.size() <= index) {
            values.add("");
        }
        values.set(index, value.getString());
    }

    @Override
    public NdArray array(int size, long... shape) {
        return NdArray.of(values.subList(0, size), shape);
    }
}
