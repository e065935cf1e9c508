package gemwright.drift;

/// The limit of a score and the side of it that means drift.
///
/// @param limit the limit itself
/// @param drifts which scores count as drift
public record Threshold(double limit, Side drifts) {
    /// Where drift lies. Evidently's tests differ in whether the limit itself counts.
    public enum Side {
        BELOW,
        AT_MOST,
        AT_LEAST,
        ABOVE
    }

    /// Whether that score is drift; NaN never is.
    public boolean exceededBy(double score) {
        return switch (drifts) {
            case BELOW -> score < limit;
            case AT_MOST -> score <= limit;
            case AT_LEAST -> score >= limit;
            case ABOVE -> score > limit;
        };
    }

    /// The same side of another limit.
    public Threshold at(double other) {
        return new Threshold(other, drifts);
    }

    /// Whether small scores mean drift, as p-values do.
    public boolean isPValue() {
        return drifts == Side.BELOW || drifts == Side.AT_MOST;
    }

    static Threshold below(double limit) {
        return new Threshold(limit, Side.BELOW);
    }

    static Threshold atMost(double limit) {
        return new Threshold(limit, Side.AT_MOST);
    }

    static Threshold atLeast(double limit) {
        return new Threshold(limit, Side.AT_LEAST);
    }

    static Threshold above(double limit) {
        return new Threshold(limit, Side.ABOVE);
    }
}
