package gemwright.format.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A Python list. Compared by identity.
public final class PickleList implements PickleValue {
    private final List<PickleValue> items = new ArrayList<>(0);
    private int size;

    void add(PickleValue item) {
        items.add(item);
        size++;
    }

    /// Counts items that are not kept.
    void passOver(int items) {
        size += items;
    }

    /// How many items the file gives it.
    int size() {
        return size;
    }

    /// What it holds, in order; perhaps itself.
    public List<PickleValue> items() {
        return Collections.unmodifiableList(items);
    }
}
