package gemwright.compare;

import java.util.Arrays;

/// How long one sample takes, in milliseconds.
///
/// @param p50 half of the runs were faster
/// @param p99 all but a hundredth of the runs were faster
/// @param runs how many were measured
public record Latency(double p50, double p99, int runs) {
    /// The percentiles of these times, interpolated as numpy's `percentile` does.
    static Latency of(double[] nanos) {
        double[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latency(
                percentile(sorted, 0.5) / 1e6, percentile(sorted, 0.99) / 1e6, sorted.length);
    }

    private static double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
