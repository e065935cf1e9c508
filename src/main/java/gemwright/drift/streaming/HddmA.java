package gemwright.drift.streaming;

/// Drift detection by Hoeffding's bound on averages, for a rising error rate: Frías-Blanco and
/// others, IEEE Transactions on Knowledge and Data Engineering 27 (2014), A-test.
final class HddmA implements ChangeDetector {
    private final double change;
    private final double warning;
    private RunningMean all = RunningMean.NONE;
    private RunningMean before = RunningMean.NONE;

    /// @param change chance of a false change
    /// @param warning chance of a false warning
    HddmA(double change, double warning) {
        this.change = change;
        this.warning = warning;
    }

    @Override
    public Signal next(double error) {
        all = all.with(error);
        if (before.count() == 0 || before.value() + bound(before) >= all.value() + bound(all)) {
            before = all;
        }
        if (rose(change)) {
            all = RunningMean.NONE;
            before = RunningMean.NONE;
            return Signal.CHANGED;
        }
        return rose(warning) ? Signal.WARNING : Signal.STEADY;
    }

    private double bound(RunningMean mean) {
        return Math.sqrt(1.0 / (2 * mean.count()) * Math.log(1.0 / change));
    }

    private boolean rose(double chance) {
        if (before.count() == all.count()) {
            return false;
        }
        double since = all.count() - before.count();
        double weight = since / before.count() * (1.0 / all.count());
        double bound = Math.sqrt(weight / 2 * Math.log(2.0 / chance));
        return all.value() - before.value() >= bound;
    }
}
