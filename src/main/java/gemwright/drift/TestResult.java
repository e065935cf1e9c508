package gemwright.drift;

/// One statistic of one column with the limit that it was held against.
///
/// @param method the statistic's name
public record TestResult(String method, Outcome outcome, Threshold threshold) {
    /// Whether the score alone lies beyond the limit.
    public boolean exceeds() {
        return threshold.exceededBy(outcome.score());
    }

    /// The score as a multiple of its limit; the rank of a column where distances are compared.
    public double multiple() {
        double multiple = outcome.score() / threshold.limit();
        return threshold.isPValue() ? 1 / multiple : multiple;
    }
}
