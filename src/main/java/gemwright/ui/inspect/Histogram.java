package gemwright.ui.inspect;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Elements;
import gemwright.onnx.Tensor;

import java.util.ArrayList;
import java.util.List;

/// Sums up the numbers of a tensor in two passes, without copying it.
final class Histogram {
    private static final int BINS = 20;
    private static final long STEP = 1 << 16;

    private Histogram() {}

    static WeightStatistics of(Tensor tensor, Progress progress) throws Problem {
        boolean numbers = tensor.type().isFloating() || tensor.type().isInteger();
        if (!numbers || tensor.size() == 0) {
            throw Problem.of("window.noNumbers", tensor.name());
        }
        Elements elements = tensor.elements();
        long count = 0;
        long zeros = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double mean = 0;
        double squares = 0;
        for (long i = 0; i < elements.count(); i++) {
            if (i % STEP == 0) {
                progress.step("reading", i, 2 * elements.count());
            }
            double value = elements.number(i);
            if (!Double.isFinite(value)) {
                continue;
            }
            count++;
            zeros += value == 0 ? 1 : 0;
            low = Math.min(low, value);
            high = Math.max(high, value);
            // Welford 1962: one pass, no cancellation.
            double before = value - mean;
            mean += before / count;
            squares += before * (value - mean);
        }
        if (count == 0) {
            throw Problem.of("window.noNumbers", tensor.name());
        }
        long[] bins = bins(elements, low, high, progress);
        List<Double> edges = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        double width = high > low ? (high - low) / BINS : 1.0 / BINS;
        for (int i = 0; i < BINS; i++) {
            edges.add(low + i * width);
            counts.add(bins[i]);
        }
        edges.add(high > low ? high : low + 1);
        return new WeightStatistics(
                tensor.name(),
                count,
                low,
                high,
                mean,
                Math.sqrt(squares / count),
                (double) zeros / count,
                edges,
                counts);
    }

    private static long[] bins(Elements elements, double low, double high, Progress progress) {
        long[] bins = new long[BINS];
        double scale = high > low ? BINS / (high - low) : 0;
        for (long i = 0; i < elements.count(); i++) {
            if (i % STEP == 0) {
                progress.step("reading", elements.count() + i, 2 * elements.count());
            }
            double value = elements.number(i);
            if (Double.isFinite(value)) {
                bins[Math.min(BINS - 1, (int) ((value - low) * scale))]++;
            }
        }
        return bins;
    }
}
