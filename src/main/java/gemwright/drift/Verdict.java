package gemwright.drift;

/// What is said about one column.
public enum Verdict {
    STABLE,
    WATCH,
    DRIFTED,
    /// With the reason in [ColumnReport#error].
    NOT_JUDGED;

    /// The word of the JSON answer.
    public String word() {
        return switch (this) {
            case STABLE -> "stable";
            case WATCH -> "watch";
            case DRIFTED -> "drifted";
            case NOT_JUDGED -> "not-judged";
        };
    }
}
