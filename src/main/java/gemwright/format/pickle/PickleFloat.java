package gemwright.format.pickle;

/// A floating-point number.
public record PickleFloat(double value) implements PickleValue {}
