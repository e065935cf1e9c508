package gemwright.serve.predict;

import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;
import gemwright.serve.model.Slot;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;

/// Reads nested lists as an array: all lists of one depth have one length.
final class NestedReader {
    private final JsonParser in;
    private final Slot slot;
    private final String root;
    private final Cells cells;
    private final List<Long> shape = new ArrayList<>();
    private final List<Long> path = new ArrayList<>();
    private int filled;
    private int depthOfValues = -1;

    NestedReader(JsonParser in, Slot slot, String root) {
        this.in = in;
        this.slot = slot;
        this.root = root;
        this.cells = Cells.of(slot.type());
    }

    /// The array that begins at the parser's present token.
    NdArray read() throws Refusal {
        value(0);
        if (!slot.takes(shape)) {
            throw Refusal.badRequest(
                    root + ": expected the shape " + slot.spelledShape() + ", found " + shape);
        }
        return cells.array(filled, shape.stream().mapToLong(Long::longValue).toArray());
    }

    private void value(int depth) throws Refusal {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            if (depthOfValues >= 0 && depthOfValues != depth) {
                throw place().refuse("a list", in);
            }
            if (slot.ranked() && depth < slot.shape().size()) {
                throw place().refuse("a list: the input has the shape " + slot.spelledShape(), in);
            }
            depthOfValues = depth;
            cells.put(filled++, in, false, this::spelled);
            return;
        }
        if ((depthOfValues >= 0 && depth >= depthOfValues)
                || (slot.ranked() && depth >= slot.shape().size())) {
            throw place().refuse("a single value (" + slot.type().numpy() + ")", in);
        }
        list(depth);
    }

    private void list(int depth) throws Refusal {
        path.add(0L);
        long length = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            path.set(depth, length);
            value(depth + 1);
            length++;
        }
        path.removeLast();
        while (shape.size() <= depth) {
            shape.add(-1L);
        }
        if (shape.get(depth) == -1) {
            shape.set(depth, length);
        } else if (shape.get(depth) != length) {
            throw Refusal.badRequest(
                    spelled()
                            + ": expected "
                            + shape.get(depth)
                            + " values as in the lists before it, found "
                            + length);
        }
    }

    private Place place() {
        return this::spelled;
    }

    private String spelled() {
        StringBuilder text = new StringBuilder(root);
        path.forEach(index -> text.append('[').append(index).append(']'));
        return text.toString();
    }
}
