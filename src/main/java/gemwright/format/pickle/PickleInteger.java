package gemwright.format.pickle;

/// A whole number that fits 64 bits.
public record PickleInteger(long value) implements PickleValue {
    private static final int SHARED = 1024;
    private static final PickleInteger[] SMALL = new PickleInteger[SHARED];

    static {
        for (int i = 0; i < SHARED; i++) {
            SMALL[i] = new PickleInteger(i);
        }
    }

    /// That number; small ones are shared.
    static PickleInteger of(long value) {
        return value >= 0 && value < SHARED ? SMALL[(int) value] : new PickleInteger(value);
    }
}
