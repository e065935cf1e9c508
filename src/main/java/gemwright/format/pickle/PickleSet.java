package gemwright.format.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A Python set or frozenset, with its members as the file lists them. Compared by identity.
public final class PickleSet implements PickleValue {
    private final List<PickleValue> items = new ArrayList<>(0);

    void add(PickleValue item) {
        items.add(item);
    }

    /// Its members in the order of the file.
    public List<PickleValue> items() {
        return Collections.unmodifiableList(items);
    }
}
