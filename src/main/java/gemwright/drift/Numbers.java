package gemwright.drift;

import java.util.Arrays;

/// One side of a numeric column: its finite numbers in ascending order, and how many others there
/// were. Never changes after it is made.
public final class Numbers {
    private final double[] sorted;
    private final long missing;
    private final long infinite;
    private final int distinct;
    private final double mean;
    private final double squares;

    private Numbers(double[] finite, long missing, long infinite) {
        this.mean = PairwiseSum.of(finite) / finite.length;
        this.squares = PairwiseSum.of(squaredGaps(finite, mean));
        Arrays.sort(finite);
        this.sorted = finite;
        this.missing = missing;
        this.infinite = infinite;
        this.distinct = countDistinct(sorted);
    }

    private static double[] squaredGaps(double[] values, double mean) {
        double[] squares = new double[values.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (values[i] - mean) * (values[i] - mean);
        }
        return squares;
    }

    /// From numbers in any order; NaN is missing. The array is not kept and not changed.
    public static Numbers of(double[] values) {
        double[] finite = new double[values.length];
        int size = 0;
        long missing = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                missing++;
            } else if (Double.isFinite(value)) {
                // -0.0 equals 0.0 but Arrays.sort would set them apart
                finite[size++] = value + 0.0;
            }
        }
        return new Numbers(Arrays.copyOf(finite, size), missing, values.length - missing - size);
    }

    /// The finite numbers of both sides in one.
    static Numbers together(Numbers reference, Numbers current) {
        return new Numbers(
                concatenated(reference, current),
                reference.missing + current.missing,
                reference.infinite + current.infinite);
    }

    /// The finite numbers of the reference, then those of the current data.
    static double[] concatenated(Numbers reference, Numbers current) {
        double[] both = Arrays.copyOf(reference.sorted, reference.size() + current.size());
        System.arraycopy(current.sorted, 0, both, reference.size(), current.size());
        return both;
    }

    private static int countDistinct(double[] sorted) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }

    /// How many finite numbers.
    public int size() {
        return sorted.length;
    }

    /// The number at that place in ascending order.
    public double at(int index) {
        return sorted[index];
    }

    /// Rows without a number.
    public long missing() {
        return missing;
    }

    /// Rows with an infinite number.
    public long infinite() {
        return infinite;
    }

    /// All rows: finite, infinite and missing.
    public long rows() {
        return sorted.length + missing + infinite;
    }

    /// Different finite numbers.
    public int distinct() {
        return distinct;
    }

    /// The sorted array itself, for the loops of this package; nobody writes to it.
    double[] sorted() {
        return sorted;
    }

    /// The smallest number.
    public double min() {
        return sorted[0];
    }

    /// The largest number.
    public double max() {
        return sorted[sorted.length - 1];
    }

    /// How many numbers are at most `value`.
    int countAtMost(double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// How many numbers are below `value`.
    int countBelow(double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The quantile of that fraction, linear between neighbours (type 7 of Hyndman and Fan 1996,
    /// numpy's default; the two halves of the interpolation as numpy rounds them).
    public double quantile(double fraction) {
        double place = (sorted.length - 1) * fraction;
        int below = (int) Math.floor(place);
        if (below >= sorted.length - 1) {
            return max();
        }
        double part = place - below;
        double low = sorted[below];
        double high = sorted[below + 1];
        double gap = high - low;
        return part >= 0.5 ? high - gap * (1 - part) : low + gap * part;
    }

    /// The middle.
    public double median() {
        return quantile(0.5);
    }

    /// The mean, summed in pairs in the order of the rows as numpy does: under an offset of 1e15
    /// another order would change the ninth digit.
    public double mean() {
        return mean;
    }

    /// The variance with divisor n − `lessDegrees`, as numpy computes it: infinite where the
    /// squares overflow, NaN where the divisor is not positive.
    double variance(int lessDegrees) {
        int divisor = sorted.length - lessDegrees;
        return divisor > 0 ? squares / divisor : Double.NaN;
    }

    /// The standard deviation with divisor n − `lessDegrees`; NaN where that is not positive. Right
    /// also for magnitudes whose squares would overflow or vanish.
    public double deviation(int lessDegrees) {
        boolean harmless = squares > 1e-200 && squares < 1e300;
        if (harmless || min() == max() || sorted.length <= lessDegrees) {
            return Math.sqrt(variance(lessDegrees));
        }
        double largest = Math.max(Math.abs(min()), Math.abs(max()));
        double scale = Math.scalb(1.0, Math.max(-1000, Math.getExponent(largest)));
        double sum = 0;
        for (double value : sorted) {
            sum += value / scale / sorted.length;
        }
        double scaledSquares = 0;
        for (double value : sorted) {
            scaledSquares += (value / scale - sum) * (value / scale - sum);
        }
        return Math.sqrt(scaledSquares / (sorted.length - lessDegrees)) * scale;
    }
}
