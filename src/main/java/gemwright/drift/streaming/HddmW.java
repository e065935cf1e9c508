package gemwright.drift.streaming;

/// Drift detection by McDiarmid's bound on weighted averages, for a rising error rate: Frías-Blanco
/// and others, IEEE Transactions on Knowledge and Data Engineering 27 (2014), W-test.
final class HddmW implements ChangeDetector {
    private final double change;
    private final double warning;
    private final double forgetting;
    private Average all = Average.NONE;
    private Average before = Average.NONE;
    private Average since = Average.NONE;
    private double lowest = Double.POSITIVE_INFINITY;

    /// @param change chance of a false change
    /// @param warning chance of a false warning
    /// @param forgetting weight of the newest value (lambda)
    HddmW(double change, double warning, double forgetting) {
        this.change = change;
        this.warning = warning;
        this.forgetting = forgetting;
    }

    /// An exponentially weighted mean.
    ///
    /// @param squares sum of the squared weights, that the bound needs
    private record Average(boolean any, double mean, double squares) {
        static final Average NONE = new Average(false, 0, 1);

        Average with(double value, double weight) {
            double next = !any ? value : weight * value + (1 - weight) * mean;
            double kept = (1 - weight) * (1 - weight);
            return new Average(true, next, weight * weight + kept * squares);
        }
    }

    @Override
    public Signal next(double error) {
        all = all.with(error, forgetting);
        double level = all.mean + bound(all.squares, change);
        if (level < lowest) {
            lowest = level;
            before = all;
            since = Average.NONE;
        } else {
            since = since.with(error, forgetting);
        }
        if (rose(change)) {
            startAnew();
            return Signal.CHANGED;
        }
        return rose(warning) ? Signal.WARNING : Signal.STEADY;
    }

    private static double bound(double squares, double chance) {
        return Math.sqrt(squares * Math.log(1 / chance) / 2);
    }

    private boolean rose(double chance) {
        return before.any
                && since.any
                && since.mean - before.mean > bound(before.squares + since.squares, chance);
    }

    private void startAnew() {
        all = Average.NONE;
        before = Average.NONE;
        since = Average.NONE;
        lowest = Double.POSITIVE_INFINITY;
    }
}
