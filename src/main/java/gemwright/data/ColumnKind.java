package gemwright.data;

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
    TENSOR
}
