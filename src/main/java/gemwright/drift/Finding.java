package gemwright.drift;

/// Something about a column's data, beside its distribution.
///
/// @param reason what, in words
/// @param fault whether the quality rule counts it: repair the data before retraining
public record Finding(Reason reason, boolean fault) {
    static Finding fault(String key, Object... arguments) {
        return new Finding(Reason.of(key, arguments), true);
    }

    static Finding note(String key, Object... arguments) {
        return new Finding(Reason.of(key, arguments), false);
    }
}
