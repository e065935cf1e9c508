package gemwright.data;

import java.util.Locale;

/// What a column holds.
public enum ColumnKind {
    /// Real numbers, as `double`; NaN is missing.
    NUMBER,
    /// Whole numbers that fit 64 bits.
    INTEGER,
    /// True or false.
    BOOLEAN,
    /// Text, never trimmed.
    TEXT,
    /// Moments, as microseconds since 1970-01-01 UTC.
    TIME,
    /// An array for each row, all of one shape.
    TENSOR;

    /// Whether values of this kind can stand in a column of the other.
    public boolean widensTo(ColumnKind other) {
        return this == other || other == TEXT || (this == INTEGER && other == NUMBER);
    }

    /// The name as messages and files spell it, in lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
