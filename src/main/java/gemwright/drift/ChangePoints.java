package gemwright.drift;

import gemwright.drift.Series.ChangePoint;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Finds the split of a series with the smallest squared error on both sides together, at least two
/// windows a side; its p-value comes from 4,999 shuffles with a fixed seed. It tells when, to about
/// a window.
final class ChangePoints {
    private static final int LEAST = 2;
    private static final int SHUFFLES = 4999;
    private static final long SEED = 1;

    private ChangePoints() {}

    static Optional<ChangePoint> find(List<Double> values) {
        int[] places =
                java.util.stream.IntStream.range(0, values.size())
                        .filter(i -> !Double.isNaN(values.get(i)))
                        .toArray();
        double[] series = java.util.Arrays.stream(places).mapToDouble(values::get).toArray();
        if (series.length < 2 * LEAST + 1) {
            return Optional.empty();
        }
        Split clearest = clearest(series);
        if (!(clearest.gain > 0)) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] shuffled = series.clone();
        int asClear = 1;
        for (int i = 0; i < SHUFFLES; i++) {
            shuffle(shuffled, random);
            if (clearest(shuffled).gain >= clearest.gain) {
                asClear++;
            }
        }
        return Optional.of(new ChangePoint(places[clearest.at], asClear / (SHUFFLES + 1.0)));
    }

    private record Split(int at, double gain) {}

    /// The gain of a split is n₁ n₂ / n (mean₁ − mean₂)², what it takes off the squared error.
    private static Split clearest(double[] series) {
        double total = 0;
        for (double value : series) {
            total += value;
        }
        double before = 0;
        Split best = new Split(0, -1);
        for (int at = 1; at < series.length; at++) {
            before += series[at - 1];
            int after = series.length - at;
            if (at < LEAST || after < LEAST) {
                continue;
            }
            double gap = before / at - (total - before) / after;
            double gain = gap * gap * at * after / series.length;
            if (gain > best.gain) {
                best = new Split(at, gain);
            }
        }
        return best;
    }

    private static void shuffle(double[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
