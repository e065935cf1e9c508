package gemwright.drift;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The comparison of two tables: a verdict per column and over all.
///
/// @param drifted whether the data set drifted
/// @param share drifted columns among the judged ones, 0 to 1; 0 where none was judged
/// @param outcomes each rule, whether it fired; empty under [Rules#EVIDENTLY]
/// @param columns in the order of the reference, then those that only the current data have
/// @param timeline what happened over time, where both sides have time stamps
public record DriftReport(
        Rules rules,
        boolean drifted,
        double share,
        long referenceRows,
        long currentRows,
        Decision decision,
        List<RuleOutcome> outcomes,
        List<ColumnReport> columns,
        Optional<Timeline> timeline) {
    public DriftReport {
        outcomes = List.copyOf(outcomes);
        columns = List.copyOf(columns);
    }

    /// The columns with a verdict, drifted ones first, then by effect.
    public List<ColumnReport> ranked() {
        return columns.stream()
                .filter(c -> c.verdict() != Verdict.NOT_JUDGED)
                .sorted(
                        Comparator.comparingInt((ColumnReport c) -> rank(c.verdict()))
                                .thenComparing(ColumnReport::effect, Comparator.reverseOrder())
                                .thenComparing(ColumnReport::name))
                .toList();
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case DRIFTED -> 0;
            case WATCH -> 1;
            case STABLE -> 2;
            case NOT_JUDGED -> 3;
        };
    }

    /// Columns that could not be judged.
    public List<ColumnReport> notJudged() {
        return columns.stream().filter(c -> c.verdict() == Verdict.NOT_JUDGED).toList();
    }

    /// Columns with that verdict, by effect.
    public List<ColumnReport> with(Verdict verdict) {
        return ranked().stream().filter(c -> c.verdict() == verdict).toList();
    }

    /// What came of that rule, if rules apply.
    public Optional<RuleOutcome> outcome(Rule rule) {
        return outcomes.stream().filter(o -> o.rule() == rule).findFirst();
    }
}
