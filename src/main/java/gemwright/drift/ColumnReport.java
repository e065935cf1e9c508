package gemwright.drift;

import gemwright.data.Role;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// All that is known about one column.
///
/// @param role what the column is for
/// @param decisive the statistic whose score decides; empty where there is none
/// @param evidence the test beside it, empty under [Rules#EVIDENTLY]
/// @param distance a distance in words of the column's own unit, for the reader
/// @param error why the column could not be judged
/// @param tests every statistic of the column's kind, where that was asked for
/// @param findings missing values, new and lost categories and the like
/// @param gap where the cumulative curves are furthest apart, for numbers
/// @param outside share of the current rows outside the reference's range; numbers only
public record ColumnReport(
        String name,
        Kind kind,
        Role role,
        Verdict verdict,
        Optional<TestResult> decisive,
        Optional<Evidence> evidence,
        Optional<TestResult> distance,
        Optional<Reason> error,
        Summary reference,
        Summary current,
        Distribution distribution,
        List<TestResult> tests,
        List<Finding> findings,
        Optional<CurveGap> gap,
        OptionalDouble outside) {
    public ColumnReport {
        tests = List.copyOf(tests);
        findings = List.copyOf(findings);
    }

    /// Whether the column drifted.
    public boolean drifted() {
        return verdict == Verdict.DRIFTED;
    }

    /// Whether the column is one that the model reads.
    public boolean feature() {
        return role == Role.FEATURE;
    }

    /// Whether the column is one that the model answers.
    public boolean output() {
        return role == Role.PREDICTION || role == Role.PROBABILITY;
    }

    /// The decisive score as a multiple of its limit; 0 where there is none. Columns are ranked by
    /// it.
    public double effect() {
        return decisive.map(TestResult::multiple).filter(Double::isFinite).orElse(0.0);
    }

    /// Whether the quality rule counts something here.
    public boolean faulty() {
        return findings.stream().anyMatch(Finding::fault);
    }

    /// The move of the median in standard deviations of the reference, positive where the current
    /// values are higher; empty where that has no meaning.
    public OptionalDouble shift() {
        if (reference.spread().isEmpty() || current.spread().isEmpty()) {
            return OptionalDouble.empty();
        }
        double deviation = reference.spread().get().deviation();
        double move = current.spread().get().median() - reference.spread().get().median();
        double shift = move / deviation;
        return Double.isFinite(shift) ? OptionalDouble.of(shift) : OptionalDouble.empty();
    }

    /// The same column with its verdict.
    ColumnReport judged(Verdict decided, Optional<Evidence> corrected) {
        return new ColumnReport(
                name,
                kind,
                role,
                decided,
                decisive,
                corrected,
                distance,
                error,
                reference,
                current,
                distribution,
                tests,
                findings,
                gap,
                outside);
    }
}
