package gemwright.drift;

import java.util.ArrayList;
import java.util.List;

/// Bins for the eye: equal width, round edges, about twenty, the same for both sides. A few far
/// values do not flatten the picture: they are drawn in the outer bins.
final class NiceBins {
    private static final int WANTED = 22;
    private static final double TAIL = 0.002;

    private NiceBins() {}

    static Distribution.Histogram histogram(
            Numbers reference, Numbers current, Distribution.Tenths tenths) {
        double low = Math.min(reference.min(), current.min());
        double high = Math.max(reference.max(), current.max());
        double coreLow = Math.min(reference.quantile(TAIL), current.quantile(TAIL));
        double coreHigh = Math.max(reference.quantile(1 - TAIL), current.quantile(1 - TAIL));
        if (coreHigh > coreLow && (high - low) > 1.6 * (coreHigh - coreLow)) {
            low = coreLow;
            high = coreHigh;
        }
        List<Double> edges = edges(low, high, whole(reference) && whole(current));
        double first = edges.getFirst();
        double last = edges.getLast();
        long beyond = reference.countBelow(first);
        beyond += current.countBelow(first);
        beyond += reference.size() - reference.countAtMost(last);
        beyond += current.size() - current.countAtMost(last);
        double[] open = edges.stream().mapToDouble(Double::doubleValue).toArray();
        open[0] = Double.NEGATIVE_INFINITY;
        open[open.length - 1] = Double.POSITIVE_INFINITY;
        Shares shares = Bins.of(open).shares(reference, current);
        return new Distribution.Histogram(
                edges, referenceSide(shares), currentSide(shares), beyond, tenths);
    }

    static List<Double> referenceSide(Shares shares) {
        List<Double> side = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            side.add(shares.reference(i));
        }
        return side;
    }

    static List<Double> currentSide(Shares shares) {
        List<Double> side = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            side.add(shares.current(i));
        }
        return side;
    }

    private static boolean whole(Numbers numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.at(i) != Math.rint(numbers.at(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Double> edges(double low, double high, boolean whole) {
        double range = high / 2 - low / 2; // half of it cannot overflow
        if (!(range > 0) || !Double.isFinite(high + range) || !Double.isFinite(low - range)) {
            double around = Math.max(0.5, Math.abs(low) * 0.05);
            return range > 0
                    ? List.of(low, 0.0, high)
                    : List.of(low - around, low - around / 3, low + around / 3, low + around);
        }
        double step = step(range * 2 / WANTED);
        if (whole) {
            step = Math.max(1, step);
        }
        // whole numbers sit in the middle of bins of width 1
        double start = Math.floor(low / step) * step;
        if (whole && step == 1) {
            start -= 0.5;
        }
        List<Double> edges = new ArrayList<>();
        double edge = start;
        for (int i = 1; edge <= high || edges.size() < 2; i++) {
            edges.add(edge);
            edge = start + i * step;
            if (edges.size() > 4 * WANTED) {
                return List.of(low, low / 2 + high / 2, high);
            }
        }
        if (edges.getLast() < high) {
            edges.add(edge);
        }
        return edges;
    }

    /// The round number (1, 2, 2.5 or 5 times a power of ten) next above.
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
