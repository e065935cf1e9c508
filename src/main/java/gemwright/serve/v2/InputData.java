package gemwright.serve.v2;

import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;
import gemwright.serve.model.Signature;
import gemwright.serve.model.Slot;
import gemwright.serve.predict.Cells;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.List;

/// Reads the `data` of an input: flat, or nested as the shape says.
final class InputData {
    private final JsonParser in;
    private final Signature signature;
    private final Slot slot;
    private final List<Long> shape;
    private final String place;
    private final Cells cells;
    private int filled;

    InputData(JsonParser in, Signature signature, Slot slot, List<Long> shape, String place) {
        this.in = in;
        this.signature = signature;
        this.slot = slot;
        this.shape = shape;
        this.place = place;
        this.cells = Cells.of(slot.type());
    }

    /// The array whose `data` is the parser's present token.
    NdArray read() throws Refusal {
        long elements = elements(shape, place);
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw Refusal.badRequest(place + ": expected a list under 'data'");
        }
        in.nextToken();
        if (in.currentToken() == JsonToken.START_ARRAY && !shape.isEmpty()) {
            nested(0);
        } else {
            flat();
        }
        if (filled != elements) {
            throw Refusal.badRequest(
                    place
                            + ": expected "
                            + elements
                            + " elements for the shape "
                            + shape
                            + ", found "
                            + filled);
        }
        return cells.array(filled, shape.stream().mapToLong(Long::longValue).toArray());
    }

    private void flat() throws Refusal {
        while (in.currentToken() != JsonToken.END_ARRAY) {
            value();
            in.nextToken();
        }
    }

    /// The rest of a list at that depth; its first element is the present token.
    private void nested(int depth) throws Refusal {
        long length = 0;
        while (in.currentToken() != JsonToken.END_ARRAY) {
            if (depth + 1 < shape.size()) {
                if (in.currentToken() != JsonToken.START_ARRAY) {
                    throw Refusal.badRequest(
                            place + ": expected lists nested as the shape " + shape + " says");
                }
                in.nextToken();
                nested(depth + 1);
            } else {
                value();
            }
            length++;
            in.nextToken();
        }
        if (length != shape.get(depth)) {
            throw Refusal.badRequest(
                    place
                            + ": expected lists nested as the shape "
                            + shape
                            + " says, found "
                            + length
                            + " elements at depth "
                            + depth);
        }
    }

    private void value() throws Refusal {
        int at = filled++;
        boolean maybeMissing = signature.maybeMissing(slot.name(), at);
        cells.put(at, in, maybeMissing, () -> place + ", data[" + at + "]");
    }

    /// How many elements an array of that shape has.
    static long elements(List<Long> shape, String place) throws Refusal {
        long product = 1;
        for (long size : shape) {
            if (size < 0) {
                throw Refusal.badRequest(
                        place + ": expected sizes from 0 on in the shape, found " + shape);
            }
            try {
                product = Math.multiplyExact(product, size);
            } catch (ArithmeticException huge) {
                throw Refusal.badRequest(place + ": the shape " + shape + " is too large");
            }
        }
        return product;
    }
}
