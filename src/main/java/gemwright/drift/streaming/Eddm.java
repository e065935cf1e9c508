package gemwright.drift.streaming;

/// Early drift detection method: the distance between two errors against the longest it has been.
/// Baena-García and others, Early Drift Detection Method, IWKDDS 2006.
final class Eddm implements ChangeDetector {
    private static final int WARM_UP = 30;

    private final double warning;
    private final double change;
    private long values;
    private long lastError;
    private RunningMean distance = RunningMean.NONE;
    private double squares;
    private double longest = -1;
    private boolean warned;

    /// @param warning share of the longest distance below which to warn
    /// @param change share below which it is a change, at most `warning`
    Eddm(double warning, double change) {
        this.warning = warning;
        this.change = change;
    }

    @Override
    public Signal next(double error) {
        values++;
        if (error == 1) {
            measure();
            if (changed()) {
                startAnew();
                return Signal.CHANGED;
            }
        }
        return warned ? Signal.WARNING : Signal.STEADY;
    }

    private void measure() {
        double gap = values - lastError;
        double before = distance.value();
        distance = distance.with(gap);
        squares += (gap - before) * (gap - distance.value());
        lastError = values;
    }

    private boolean changed() {
        if (values <= WARM_UP) {
            return false;
        }
        long errors = distance.count();
        double variance = errors > 1 ? squares / (errors - 1) : 0;
        double length = distance.value() + 2 * Math.sqrt(variance);
        if (length > longest) {
            longest = length;
        } else if (errors > WARM_UP) {
            double share = length / longest;
            warned = share >= change && share < warning;
            return share < change;
        }
        return false;
    }

    private void startAnew() {
        values = 0;
        lastError = 0;
        distance = RunningMean.NONE;
        squares = 0;
        longest = -1;
        warned = false;
    }
}
