package gemwright.loadtest;

import gemwright.base.Json;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A distribution of times in milliseconds; all zero where nothing was measured.
///
/// @param p50 half of the requests took at most this long; the others likewise
public record Latencies(
        double mean, double p50, double p90, double p95, double p99, double p999, double max) {
    private static final double MICROS = 1_000.0;

    /// Of a histogram in microseconds.
    static Latencies of(Histogram micros) {
        if (micros.getTotalCount() == 0) {
            return new Latencies(0, 0, 0, 0, 0, 0, 0);
        }
        return new Latencies(
                micros.getMean() / MICROS,
                micros.getValueAtPercentile(50) / MICROS,
                micros.getValueAtPercentile(90) / MICROS,
                micros.getValueAtPercentile(95) / MICROS,
                micros.getValueAtPercentile(99) / MICROS,
                micros.getValueAtPercentile(99.9) / MICROS,
                micros.getMaxValue() / MICROS);
    }

    Map<String, @Nullable Object> asJson() {
        return Json.object(
                "p50", p50, "p90", p90, "p95", p95, "p99", p99, "p999", p999, "max", max, "mean",
                mean);
    }
}
