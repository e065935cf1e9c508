package gemwright.format.pickle;

import java.math.BigInteger;

/// A whole number of more than 64 bits, such as the state of a random generator.
public record PickleBigInteger(BigInteger value) implements PickleValue {
    /// The number as the smallest kind that holds it.
    static PickleValue of(BigInteger value) {
        return value.bitLength() < 64
                ? PickleInteger.of(value.longValue())
                : new PickleBigInteger(value);
    }
}
