package gemwright.drift.streaming;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The window of [Adwin]: rows of at most five buckets, those of row `i` hold 2^i values each, the
/// newest values in row 0. Its memory grows with the logarithm of its length.
final class BucketWindow {
    private static final int MOST = 5;

    private final List<Deque<Part>> rows = new ArrayList<>();
    private Part all = Part.NONE;

    /// Whether the older and the newer part of a window differ.
    interface Cut {
        boolean differ(Part older, Part newer);
    }

    /// All values.
    Part all() {
        return all;
    }

    void add(double value) {
        Part one = Part.of(value);
        all = all.plus(one);
        put(0, one);
    }

    /// Where a row is too long, its two oldest buckets become one of the next row.
    private void put(int row, Part bucket) {
        if (row == rows.size()) {
            rows.add(new ArrayDeque<>());
        }
        Deque<Part> buckets = rows.get(row);
        buckets.addLast(bucket);
        if (buckets.size() > MOST) {
            put(row + 1, buckets.removeFirst().plus(buckets.removeFirst()));
        }
    }

    void dropOldest() {
        all = all.without(rows.getLast().removeFirst());
        while (!rows.isEmpty() && rows.getLast().isEmpty()) {
            rows.removeLast();
        }
    }

    /// Whether there is a cut, from the oldest values on, whose parts differ.
    boolean cut(Cut cut) {
        Part older = Part.NONE;
        Part newer = all;
        for (Deque<Part> row : rows.reversed()) {
            for (Part bucket : row) {
                if (bucket.count() >= newer.count()) {
                    return false; // the newest bucket: nothing would be left beyond it
                }
                older = older.plus(bucket);
                newer = newer.without(bucket);
                if (cut.differ(older, newer)) {
                    return true;
                }
            }
        }
        return false;
    }
}
