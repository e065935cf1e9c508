package gemwright.drift.streaming;

/// Drift detection method: the error rate against the lowest it has been. Gama, Medas, Castillo,
/// Rodrigues, Learning with Drift Detection, SBIA 2004.
final class Ddm implements ChangeDetector {
    private static final int WARM_UP = 30;

    private final double warning;
    private final double change;
    private State state = State.START;

    /// @param warning deviations above the lowest rate from which to warn
    /// @param change deviations from which it is a change
    Ddm(double warning, double change) {
        this.warning = warning;
        this.change = change;
    }

    /// The error rate, and the lowest with its deviation.
    private record State(RunningMean rate, double lowest, double deviation) {
        static final State START = new State(RunningMean.NONE, Double.POSITIVE_INFINITY, 0);
    }

    @Override
    public Signal next(double error) {
        RunningMean rate = state.rate.with(error);
        double deviation = Math.sqrt(rate.value() * (1 - rate.value()) / rate.count());
        double level = rate.value() + deviation;
        boolean warm = rate.count() > WARM_UP;
        boolean lower = warm && level <= state.lowest + state.deviation;
        state =
                lower
                        ? new State(rate, rate.value(), deviation)
                        : new State(rate, state.lowest, state.deviation);
        if (!warm || level <= state.lowest + warning * state.deviation) {
            return Signal.STEADY;
        }
        if (level <= state.lowest + change * state.deviation) {
            return Signal.WARNING;
        }
        state = State.START;
        return Signal.CHANGED;
    }
}
