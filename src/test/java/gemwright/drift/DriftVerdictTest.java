package gemwright.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.Table;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// What a comparison says: the verdict of a column, the rules and the decision.
class DriftVerdictTest {
    private static final int ROWS = 1200;

    private static Column numbers(String name, long seed, DoubleUnaryOperator change) {
        Random random = new Random(seed);
        double[] values = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = change.applyAsDouble(random.nextGaussian());
        }
        return Column.numbers(name, values);
    }

    private static Column labels(String name, int period) {
        return Column.texts(
                name,
                IntStream.range(0, ROWS)
                        .mapToObj(row -> row % period == 0 ? "yes" : "no")
                        .toArray(String[]::new));
    }

    /// One row a minute, so that windows hold a hundred rows each.
    private static Column times(long fromMinute) {
        long[] micros = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            micros[row] = (fromMinute + row) * 60_000_000L;
        }
        return Column.times("when", micros, new BitSet());
    }

    private static DriftReport compare(Table reference, Table current) throws Problem {
        return Drift.compare(reference, current, DriftOptions.recommended(), Progress.none());
    }

    private static Verdict verdict(DriftReport report, String column) {
        return report.columns().stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    @Test
    void theEffectDecidesAndThePValueConfirms() throws Problem {
        Table reference =
                Table.of(
                        numbers("same", 1, x -> x),
                        numbers("nudged", 2, x -> x),
                        numbers("moved", 3, x -> x),
                        labels("rare", 10));
        Table current =
                Table.of(
                        numbers("same", 4, x -> x),
                        numbers("nudged", 5, x -> x + 0.4),
                        numbers("moved", 6, x -> x + 1),
                        labels("rare", 2));

        DriftReport report = compare(reference, current);

        assertEquals(Verdict.STABLE, verdict(report, "same"));
        assertEquals(Verdict.WATCH, verdict(report, "nudged"));
        assertEquals(Verdict.DRIFTED, verdict(report, "moved"));
        assertEquals(Verdict.DRIFTED, verdict(report, "rare"));
    }

    @Test
    void withoutTimesTheMostItSaysIsWatch() throws Problem {
        Table reference = Table.of(numbers("a", 1, x -> x), numbers("b", 2, x -> x));
        Table current = Table.of(numbers("a", 3, x -> x + 2), numbers("b", 4, x -> x - 2));

        DriftReport report = compare(reference, current);

        assertTrue(report.drifted());
        assertEquals(Decision.WATCH, report.decision());
    }

    @Test
    void twoFeaturesOutsideTheirBandThreeTimesAskForRetraining() throws Problem {
        Table reference = Table.of(times(0), numbers("a", 1, x -> x), numbers("b", 2, x -> x));
        Table current =
                Table.of(times(ROWS), numbers("a", 3, x -> x + 2), numbers("b", 4, x -> x - 2));

        DriftReport report = compare(reference, current);

        assertEquals(Decision.RETRAIN, report.decision());
        assertEquals(
                List.of("a", "b"),
                report.outcome(Rule.FEATURES).orElseThrow().columns().stream().sorted().toList());
    }

    @Test
    void aFaultOnADriftedColumnAsksToRepairFirst() throws Problem {
        Table reference = Table.of(times(0), numbers("a", 1, x -> x), numbers("b", 2, x -> x));
        Table current =
                Table.of(
                        times(ROWS),
                        numbers("a", 3, x -> x > 1 ? Double.NaN : x + 2),
                        numbers("b", 4, x -> x - 2));

        DriftReport report = compare(reference, current);

        assertEquals(Decision.WATCH, report.decision());
        assertTrue(report.outcome(Rule.QUALITY).orElseThrow().fired());
    }

    @Test
    void theSameDataGiveNoReasonToAct() throws Problem {
        Table table = Table.of(numbers("a", 1, x -> x), labels("b", 3));

        DriftReport report = compare(table, table);

        assertFalse(report.drifted());
        assertEquals(Decision.NONE, report.decision());
        assertEquals(0, report.share());
    }

    @Test
    void aColumnThatCannotBeJudgedDoesNotStopTheOthers() throws Problem {
        @Nullable String[] nothing = new @Nullable String[ROWS];
        Table reference = Table.of(numbers("a", 1, x -> x), Column.texts("empty", nothing));
        Table current = Table.of(numbers("a", 2, x -> x), Column.texts("empty", nothing));

        DriftReport report = compare(reference, current);

        assertEquals(Verdict.NOT_JUDGED, verdict(report, "empty"));
        assertEquals(Verdict.STABLE, verdict(report, "a"));
    }

    @Test
    void aTableWithoutRowsIsAnAnswer() throws Problem {
        Table none = Table.of(Column.numbers("a"));

        DriftReport report = compare(Table.of(numbers("a", 1, x -> x)), none);

        assertEquals(Verdict.NOT_JUDGED, verdict(report, "a"));
        assertFalse(report.drifted());
    }
}
