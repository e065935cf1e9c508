package gemwright.drift.streaming;

/// The Page-Hinkley test in both directions, with forgetting: E. S. Page, Continuous Inspection
/// Schemes, Biometrika 41 (1954).
final class PageHinkley implements ChangeDetector {
    private static final int LEAST = 30;

    private final double tolerance;
    private final double threshold;
    private final double forgetting;
    private Sums sums = Sums.START;

    /// @param tolerance change of the mean that does not count (delta)
    /// @param threshold how far the sum may stray (lambda)
    /// @param forgetting weight of the old sum (alpha)
    PageHinkley(double tolerance, double threshold, double forgetting) {
        this.tolerance = tolerance;
        this.threshold = threshold;
        this.forgetting = forgetting;
    }

    private record Sums(RunningMean mean, double up, double down, double lowest, double highest) {
        /// river starts the highest sum at -1, not at minus infinity.
        static final Sums START = new Sums(RunningMean.NONE, 0, 0, Double.POSITIVE_INFINITY, -1);

        double strayed() {
            return Math.max(up - lowest, highest - down);
        }
    }

    @Override
    public Signal next(double value) {
        RunningMean mean = sums.mean.with(value);
        double deviation = value - mean.value();
        double up = forgetting * sums.up + deviation - tolerance;
        double down = forgetting * sums.down + deviation + tolerance;
        double lowest = Math.min(sums.lowest, up);
        double highest = Math.max(sums.highest, down);
        sums = new Sums(mean, up, down, lowest, highest);
        if (mean.count() < LEAST || sums.strayed() <= threshold) {
            return Signal.STEADY;
        }
        sums = Sums.START;
        return Signal.CHANGED;
    }
}
