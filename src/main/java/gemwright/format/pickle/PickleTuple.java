package gemwright.format.pickle;

import java.util.List;

/// A Python tuple. Compared by identity.
public final class PickleTuple implements PickleValue {
    static final PickleTuple EMPTY = new PickleTuple(List.of());

    private final List<PickleValue> items;

    PickleTuple(List<PickleValue> items) {
        this.items = List.copyOf(items);
    }

    /// What it holds, in order.
    public List<PickleValue> items() {
        return items;
    }
}
