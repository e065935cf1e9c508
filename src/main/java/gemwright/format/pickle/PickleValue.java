package gemwright.format.pickle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One value of a pickle, as data.
///
/// Plain scalars are records and compare by content. Everything that holds other values compares by
/// identity, since a file may share or nest values so often that comparing them never ends; a value
/// may even hold itself. Whoever walks the tree keeps a set of what he has seen.
public sealed interface PickleValue
        permits PickleNone,
                PickleBoolean,
                PickleInteger,
                PickleBigInteger,
                PickleFloat,
                PickleText,
                PickleBytes,
                PickleList,
                PickleTuple,
                PickleSet,
                PickleDict,
                PickleGlobal,
                PickleObject,
                NumpyType,
                NumpyArray,
                NumpyScalar {
    /// Whether this is `None`.
    default boolean isNone() {
        return this instanceof PickleNone;
    }

    /// The text, where this is one; numpy's text scalars count.
    default Optional<String> asText() {
        return switch (this) {
            case PickleText(var text) -> Optional.of(text);
            case NumpyScalar scalar -> scalar.value().asText();
            default -> Optional.empty();
        };
    }

    /// The whole number, where this is one of up to 64 bits; numpy's scalars count, `True` does
    /// not.
    default OptionalLong asInteger() {
        return switch (this) {
            case PickleInteger(long number) -> OptionalLong.of(number);
            case NumpyScalar scalar -> scalar.value().asInteger();
            default -> OptionalLong.empty();
        };
    }

    /// The number, where this is one, whole or not; numpy's scalars count, `True` does not.
    default OptionalDouble asNumber() {
        return switch (this) {
            case PickleInteger(long number) -> OptionalDouble.of((double) number);
            case PickleBigInteger(var number) -> OptionalDouble.of(number.doubleValue());
            case PickleFloat(double number) -> OptionalDouble.of(number);
            case NumpyScalar scalar -> scalar.value().asNumber();
            default -> OptionalDouble.empty();
        };
    }

    /// The truth value, where this is `True` or `False`; numpy's scalars count.
    default Optional<Boolean> asBoolean() {
        return switch (this) {
            case PickleBoolean(boolean truth) -> Optional.of(truth);
            case NumpyScalar scalar -> scalar.value().asBoolean();
            default -> Optional.empty();
        };
    }

    /// The members of a list, tuple or set; empty for anything else.
    default List<PickleValue> elements() {
        return switch (this) {
            case PickleList list -> list.items();
            case PickleTuple tuple -> tuple.items();
            case PickleSet set -> set.items();
            default -> List.of();
        };
    }
}
