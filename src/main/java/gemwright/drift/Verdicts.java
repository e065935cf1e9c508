package gemwright.drift;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Gives each column its verdict: the effect size decides, the corrected p-value must confirm.
final class Verdicts {
    /// Corrected p-values at or above this confirm nothing.
    static final double SIGNIFICANT = 0.01;

    /// From this share of the limit on an effect is worth watching: PSI 0.10 of 0.25, JS 0.08 of
    /// 0.20.
    static final double WATCH_SHARE = 0.4;

    private Verdicts() {}

    /// The same columns with verdicts.
    static List<ColumnReport> given(List<ColumnReport> columns, Rules rules) {
        double[] pValues =
                columns.stream()
                        .mapToDouble(
                                c ->
                                        c.error().isPresent()
                                                ? Double.NaN
                                                : c.evidence()
                                                        .map(e -> p(e.test()))
                                                        .orElse(Double.NaN))
                        .toArray();
        double[] adjusted = BenjaminiHochberg.adjusted(pValues);
        return IntStream.range(0, pValues.length)
                .mapToObj(i -> judged(columns.get(i), adjusted[i], rules))
                .toList();
    }

    private static double p(TestResult test) {
        return switch (test.outcome()) {
            case Outcome.Measured measured -> measured.pValue().orElse(Double.NaN);
            case Outcome.Undefined _ -> Double.NaN;
        };
    }

    private static ColumnReport judged(ColumnReport column, double adjusted, Rules rules) {
        if (column.error().isPresent() || column.decisive().isEmpty()) {
            return column;
        }
        OptionalDouble corrected =
                Double.isNaN(adjusted) ? OptionalDouble.empty() : OptionalDouble.of(adjusted);
        Optional<Evidence> evidence = column.evidence().map(e -> new Evidence(e.test(), corrected));
        TestResult decisive = column.decisive().get();
        Verdict verdict =
                switch (rules) {
                    case RECOMMENDED -> recommended(decisive, adjusted);
                    case EVIDENTLY -> decisive.exceeds() ? Verdict.DRIFTED : Verdict.STABLE;
                };
        return column.judged(verdict, evidence);
    }

    private static Verdict recommended(TestResult decisive, double adjusted) {
        if (decisive.threshold().isPValue()) {
            return decisive.threshold().exceededBy(adjusted) ? Verdict.DRIFTED : Verdict.STABLE;
        }
        if (!(adjusted < SIGNIFICANT)) {
            return Verdict.STABLE;
        }
        if (decisive.exceeds()) {
            return Verdict.DRIFTED;
        }
        return decisive.multiple() >= WATCH_SHARE ? Verdict.WATCH : Verdict.STABLE;
    }
}
