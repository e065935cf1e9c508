package gemwright.drift;

/// Walks the different values of both sides together in ascending order, keeping the rows passed on
/// each side. What the rank tests and the distances between cumulative curves have in common.
///
/// ```java
/// for (PooledWalk walk = new PooledWalk(a, b); walk.next(); ) {
///     double gap = walk.value(); // and the counts
/// }
/// ```
final class PooledWalk {
    private final double[] reference;
    private final double[] current;
    private int passedReference;
    private int passedCurrent;
    private int hereReference;
    private int hereCurrent;
    private double value;

    PooledWalk(Numbers reference, Numbers current) {
        this.reference = reference.sorted();
        this.current = current.sorted();
    }

    /// Steps to the next different value; false behind the last one.
    boolean next() {
        passedReference += hereReference;
        passedCurrent += hereCurrent;
        boolean first = passedReference < reference.length;
        boolean second = passedCurrent < current.length;
        if (!first && !second) {
            hereReference = 0;
            hereCurrent = 0;
            return false;
        }
        value =
                !second || (first && reference[passedReference] <= current[passedCurrent])
                        ? reference[passedReference]
                        : current[passedCurrent];
        hereReference = run(reference, passedReference);
        hereCurrent = run(current, passedCurrent);
        return true;
    }

    private int run(double[] sorted, int from) {
        int to = from;
        while (to < sorted.length && sorted[to] == value) {
            to++;
        }
        return to - from;
    }

    /// The value at which the walk stands.
    double value() {
        return value;
    }

    /// Rows of the reference below the value.
    int below() {
        return passedReference;
    }

    /// Rows of the current data below the value.
    int currentBelow() {
        return passedCurrent;
    }

    /// Rows of the reference at the value.
    int ties() {
        return hereReference;
    }

    /// Rows of the current data at the value.
    int currentTies() {
        return hereCurrent;
    }

    /// Walks to the end: how many different values.
    int distinct() {
        int distinct = 0;
        while (next()) {
            distinct++;
        }
        return distinct;
    }

    /// Walks to the end: ∫ |F − G|^power, F and G being the two cumulative curves.
    double curveDistance(int power) {
        double sum = 0;
        double before = Double.NaN;
        double gap = 0;
        while (next()) {
            if (!Double.isNaN(before)) {
                sum += gap * (value - before);
            }
            before = value;
            double difference =
                    (double) (passedReference + hereReference) / reference.length
                            - (double) (passedCurrent + hereCurrent) / current.length;
            gap = power == 1 ? Math.abs(difference) : difference * difference;
        }
        return sum;
    }
}
