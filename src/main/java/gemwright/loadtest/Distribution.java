package gemwright.loadtest;

import org.HdrHistogram.Histogram;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The whole distribution of latencies, for a chart and for `.hgrm` files.
///
/// @param points percentiles, rising, dense towards the end
/// @param hgrm the text that HdrHistogram's plotter reads, values in milliseconds
public record Distribution(List<Point> points, String hgrm) {
    private static final double MICROS = 1_000.0;
    private static final int TICKS_PER_HALF = 5;

    /// One percentile.
    ///
    /// @param percentile 0 to 100
    /// @param millis no request up to that percentile took longer
    public record Point(double percentile, double millis) {}

    public Distribution {
        points = List.copyOf(points);
    }

    static Distribution of(Histogram micros) {
        List<Point> points = new ArrayList<>();
        micros.percentiles(TICKS_PER_HALF)
                .forEach(
                        value ->
                                points.add(
                                        new Point(
                                                value.getPercentileLevelIteratedTo(),
                                                value.getValueIteratedTo() / MICROS)));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, false, StandardCharsets.UTF_8);
        micros.outputPercentileDistribution(out, TICKS_PER_HALF, MICROS, false);
        out.flush();
        return new Distribution(points, text.toString(StandardCharsets.UTF_8));
    }
}
