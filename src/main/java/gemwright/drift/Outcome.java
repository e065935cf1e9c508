package gemwright.drift;

import java.util.OptionalDouble;

/// What a statistic says about one column.
public sealed interface Outcome {
    /// The statistic exists.
    ///
    /// @param statistic the test's own figure, such as D of Kolmogorov and Smirnov
    /// @param score what is held against the threshold: the p-value or the distance
    /// @param pValue empty for a distance
    record Measured(double statistic, double score, OptionalDouble pValue) implements Outcome {}

    /// The statistic does not exist for these values, and why.
    record Undefined(Reason reason) implements Outcome {}

    /// A test that decides by its p-value.
    static Outcome test(double statistic, double pValue) {
        return new Measured(statistic, pValue, OptionalDouble.of(pValue));
    }

    /// A distance.
    static Outcome distance(double score) {
        return new Measured(score, score, OptionalDouble.empty());
    }

    /// Not defined, with the reason.
    static Outcome undefined(String key, Object... arguments) {
        return new Undefined(Reason.of(key, arguments));
    }

    /// The score, NaN where there is none.
    default double score() {
        return switch (this) {
            case Measured measured -> measured.score;
            case Undefined _ -> Double.NaN;
        };
    }
}
