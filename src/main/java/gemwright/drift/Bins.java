package gemwright.drift;

import java.util.Arrays;
import java.util.Optional;

/// Edges of histogram bins: half open, `[a, b)`, but for the last one, which holds its upper edge
/// (`numpy.histogram`).
public final class Bins {
    private final double[] edges;

    private Bins(double[] edges) {
        this.edges = edges;
    }

    /// Bins of equal width over both sides, as many as Sturges' rule gives for all numbers together
    /// (`numpy.histogram_bin_edges(…, "sturges")`); empty where the range overflows.
    public static Optional<Bins> sturges(Numbers reference, Numbers current) {
        double low = Math.min(reference.min(), current.min());
        double high = Math.max(reference.max(), current.max());
        return equal(low, high, (long) reference.size() + current.size());
    }

    /// As [#sturges], but over the different values only, as Evidently's Hellinger distance does.
    static Optional<Bins> sturgesOfDistinct(Numbers reference, Numbers current) {
        double low = Math.min(reference.min(), current.min());
        double high = Math.max(reference.max(), current.max());
        return equal(low, high, Categories.of(reference, current).size());
    }

    private static Optional<Bins> equal(double low, double high, long values) {
        double range = high - low;
        if (!Double.isFinite(range)) {
            return Optional.empty();
        }
        double width = range / (log2(values) + 1);
        int bins = width == 0 ? 1 : (int) Math.ceil(range / width);
        return low == high ? linear(low - 0.5, high + 0.5, bins) : linear(low, high, bins);
    }

    /// That many bins of equal width (`numpy.linspace`); empty where two edges would coincide.
    static Optional<Bins> linear(double low, double high, int bins) {
        double range = high - low;
        double step = range / bins;
        double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            // a step that vanished below the smallest double: numpy divides first
            edges[i] = (step == 0 ? (double) i / bins * range : i * step) + low;
        }
        edges[bins] = high;
        for (int i = 0; i < bins; i++) {
            if (edges[i] >= edges[i + 1]) {
                return Optional.empty();
            }
        }
        return Optional.of(new Bins(edges));
    }

    /// Tenths of the reference, the outer ones open; empty where the reference has one value only.
    public static Optional<Bins> deciles(Numbers reference) {
        double[] edges = new double[11];
        for (int i = 0; i <= 10; i++) {
            edges[i] = reference.quantile(i == 10 ? 1 : i * 0.1);
        }
        edges = Arrays.stream(edges).sorted().distinct().toArray();
        if (edges.length < 2) {
            return Optional.empty();
        }
        edges[0] = Double.NEGATIVE_INFINITY;
        edges[edges.length - 1] = Double.POSITIVE_INFINITY;
        return Optional.of(new Bins(edges));
    }

    /// Bins with exactly these edges, ascending.
    static Bins of(double... edges) {
        return new Bins(edges.clone());
    }

    private static double log2(long value) {
        // exact for powers of two, where the number of bins turns on the last bit
        return Long.bitCount(value) == 1
                ? Long.numberOfTrailingZeros(value)
                : Math.log((double) value) / Math.log(2);
    }

    /// How many bins.
    public int size() {
        return edges.length - 1;
    }

    /// The lower edge of that bin; `edge(size())` is the upper edge of the last.
    public double edge(int index) {
        return edges[index];
    }

    /// The bin of a number that lies between the outer edges.
    int find(double value) {
        int at = Arrays.binarySearch(edges, value);
        return Math.clamp(at >= 0 ? at : -at - 2, 0, size() - 1);
    }

    /// How many of the numbers fall into each bin.
    public long[] counts(Numbers numbers) {
        long[] counts = new long[size()];
        long before = numbers.countBelow(edges[0]);
        for (int i = 0; i < counts.length; i++) {
            boolean last = i == counts.length - 1;
            long upTo = last ? numbers.countAtMost(edges[i + 1]) : numbers.countBelow(edges[i + 1]);
            counts[i] = upTo - before;
            before = upTo;
        }
        return counts;
    }

    /// The shares of both sides in these bins.
    public Shares shares(Numbers reference, Numbers current) {
        return Shares.of(counts(reference), counts(current), reference.size(), current.size());
    }

    /// The shares that Evidently compares: over Sturges' bins, or over the values themselves where
    /// the reference has at most 20 (`get_binned_data` of 0.7.23).
    static Optional<Shares> evidently(Numbers reference, Numbers current) {
        if (reference.distinct() <= 20) {
            return Optional.of(Categories.of(reference, current).shares());
        }
        return sturges(reference, current).map(bins -> bins.shares(reference, current));
    }
}
