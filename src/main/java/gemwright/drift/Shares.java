package gemwright.drift;

import java.util.stream.DoubleStream;

/// Two lists of shares over the same bins or categories, and the distances between them.
public final class Shares {
    private final double[] reference;
    private final double[] current;

    private Shares(double[] reference, double[] current) {
        this.reference = reference;
        this.current = current;
    }

    /// Counts divided by the rows of their side.
    static Shares of(long[] reference, long[] current, long referenceRows, long currentRows) {
        double[] first = new double[reference.length];
        double[] second = new double[current.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = (double) reference[i] / referenceRows;
            second[i] = (double) current[i] / currentRows;
        }
        return new Shares(first, second);
    }

    /// How many bins or categories.
    public int size() {
        return reference.length;
    }

    /// The reference's share of that bin, 0 to 1.
    public double reference(int bin) {
        return reference[bin];
    }

    /// The current data's share of that bin, 0 to 1.
    public double current(int bin) {
        return current[bin];
    }

    /// No share below `least`.
    Shares floored(double least) {
        return new Shares(
                DoubleStream.of(reference).map(p -> Math.max(p, least)).toArray(),
                DoubleStream.of(current).map(p -> Math.max(p, least)).toArray());
    }

    /// Zeros replaced, the rest untouched.
    Shares withoutZeros(double instead) {
        return new Shares(filled(reference, instead), filled(current, instead));
    }

    /// Zeros replaced as Evidently does (`get_binned_data` of 0.7.23): by 0.0001, or by a millionth
    /// of the smallest share that occurs on that side where that is not above 0.0001.
    Shares filledLikeEvidently() {
        return new Shares(
                filled(reference, evidentlyFill(reference)),
                filled(current, evidentlyFill(current)));
    }

    private static double evidentlyFill(double[] shares) {
        double smallest = DoubleStream.of(shares).filter(p -> p != 0).min().orElse(1);
        return smallest <= 0.0001 ? smallest / 1e6 : 0.0001;
    }

    private static double[] filled(double[] shares, double instead) {
        return DoubleStream.of(shares).map(p -> p == 0 ? instead : p).toArray();
    }

    /// Population stability index: Σ (p − q) ln(p / q); infinite where a share is zero on one side.
    double stabilityIndex() {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += (reference[i] - current[i]) * Math.log(reference[i] / current[i]);
        }
        return sum;
    }

    /// Kullback-Leibler divergence of the current data from the reference, natural logarithm, both
    /// sides scaled to a sum of 1 (`scipy.stats.entropy`).
    double divergence() {
        double all = DoubleStream.of(reference).sum();
        double others = DoubleStream.of(current).sum();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += relativeEntropy(reference[i] / all, current[i] / others);
        }
        return sum;
    }

    /// Jensen-Shannon distance, the square root of the divergence with natural logarithm
    /// (`scipy.spatial.distance.jensenshannon`); divide by √ln 2 for base 2.
    public double jensenShannon() {
        double all = DoubleStream.of(reference).sum();
        double others = DoubleStream.of(current).sum();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double p = reference[i] / all;
            double q = current[i] / others;
            double middle = (p + q) / 2;
            sum += relativeEntropy(p, middle) + relativeEntropy(q, middle);
        }
        return Math.sqrt(Math.max(0, sum / 2));
    }

    private static double relativeEntropy(double p, double q) {
        return p == 0 ? 0 : p * Math.log(p / q);
    }

    /// Hellinger distance: √(1 − Σ √(p q)).
    double hellinger() {
        double overlap = 0;
        for (int i = 0; i < reference.length; i++) {
            overlap += Math.sqrt(reference[i] * current[i]);
        }
        return Math.sqrt(Math.max(0, 1 - overlap));
    }

    /// Total variation: the share of rows that would have to change bin.
    public double totalVariation() {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += Math.abs(reference[i] - current[i]);
        }
        return sum / 2;
    }

    /// The largest difference of a share.
    double largestGap() {
        double largest = 0;
        for (int i = 0; i < reference.length; i++) {
            largest = Math.max(largest, Math.abs(reference[i] - current[i]));
        }
        return largest;
    }
}
