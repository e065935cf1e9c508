package gemwright.drift.streaming;

/// The mean of what came so far, as West (1979) updates it.
///
/// @param count values so far
/// @param value their mean, 0 where there are none
record RunningMean(long count, double value) {
    static final RunningMean NONE = new RunningMean(0, 0);

    RunningMean with(double next) {
        double weight = 1.0 / (count + 1);
        return new RunningMean(count + 1, value + weight * (next - value));
    }
}
