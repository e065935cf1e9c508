package gemwright.format.pickle;

/// Python's `None`.
public record PickleNone() implements PickleValue {
    static final PickleNone NONE = new PickleNone();
}
