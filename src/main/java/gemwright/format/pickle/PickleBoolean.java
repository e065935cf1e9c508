package gemwright.format.pickle;

/// Python's `True` or `False`.
public record PickleBoolean(boolean value) implements PickleValue {
    static final PickleBoolean TRUE = new PickleBoolean(true);
    static final PickleBoolean FALSE = new PickleBoolean(false);

    static PickleBoolean of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
