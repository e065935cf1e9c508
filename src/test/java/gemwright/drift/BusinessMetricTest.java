package gemwright.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.Role;
import gemwright.data.Table;
import gemwright.drift.BusinessMetric.Band;
import gemwright.drift.BusinessMetric.Correlation;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Metrics by window. Numbers from SciPy 1.17.1.
class BusinessMetricTest {
    private static void assertBand(double low, double high, double... values) {
        Band band = Intervals.of(values);

        assertArrayEquals(new double[] {low, high}, new double[] {band.low(), band.high()}, 1e-14);
    }

    private static double[] share(int ones, int all) {
        double[] values = new double[all];
        Arrays.fill(values, 0, ones, 1);
        return values;
    }

    /// `binomtest(k, n).proportion_ci(method="wilson")`
    @Test
    void givesWilsonsIntervalOfAShare() {
        assertBand(0.06950833427016292, 0.26186193710585537, share(7, 50));
        assertBand(0, 0.16112515805281935, share(0, 20));
        assertBand(0.8388748419471808, 1, share(20, 20));
    }

    /// `mean ± norm.ppf(0.975) * sem`
    @Test
    void givesTheNormalIntervalOfANumber() {
        assertBand(1.5896634119455757, 5.410336588054424, 1.5, 2, 4, 7, 3);
    }

    /// `spearmanr`
    @Test
    void ranksTiesByTheirMean() {
        double rank =
                RankCorrelation.of(
                        new double[] {1, 2, 2, 3, 5, 8, 4, 9},
                        new double[] {2, 1, 4, 3, 9, 7, 7, 8});

        assertEquals(0.8313253012048192, rank, 1e-15);
    }

    private static final int WINDOWS = 12;
    private static final int ROWS = 100;

    /// Confidence goes up and down; in the next window so many more rows convert.
    private static Table side(int from) {
        double[] probability = new double[WINDOWS * ROWS];
        double[] converted = new double[WINDOWS * ROWS];
        long[] micros = new long[WINDOWS * ROWS];
        for (int row = 0; row < micros.length; row++) {
            int window = from + row / ROWS;
            micros[row] = (from * ROWS + row) * 60_000_000L;
            probability[row] = level(window);
            converted[row] = row % ROWS < 100 * (level(window - 1) - 0.5) ? 1 : 0;
        }
        return Table.of(
                Column.times("when", micros, new BitSet()),
                Column.numbers("score", probability),
                Column.numbers("converted", converted));
    }

    private static double level(int window) {
        return 0.55 + 0.03 * Math.floorMod(window * 5, 13);
    }

    @Test
    void findsTheLagAtWhichAMetricFollowsTheConfidence() throws Exception {
        DriftOptions options =
                new DriftOptions(
                        Rules.RECOMMENDED,
                        Map.of(
                                "score",
                                new ColumnChoice(Optional.empty(), Optional.of(Role.PROBABILITY)),
                                "converted",
                                new ColumnChoice(Optional.empty(), Optional.of(Role.METRIC))),
                        Map.of(),
                        Map.of(),
                        OptionalDouble.empty(),
                        false,
                        Optional.of(new DriftOptions.Window.Rows(ROWS)));

        Timeline timeline =
                Drift.compare(side(0), side(WINDOWS), options, Progress.none())
                        .timeline()
                        .orElseThrow();

        BusinessMetric metric = timeline.metrics().getFirst();
        Correlation found = metric.correlations().getFirst();
        assertEquals(
                List.of("confidence", 1, 23), List.of(found.with(), found.lag(), found.windows()));
        assertEquals(1, found.rank(), 1e-12);
        assertEquals(2 * WINDOWS, metric.bands().size());
    }
}
