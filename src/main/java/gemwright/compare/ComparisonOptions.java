package gemwright.compare;

import java.time.Duration;
import java.util.Optional;

/// What is looked at in a comparison.
///
/// @param output the output that the task metric judges; else the one that names classes, else the
///   first
/// @param timing how long to measure latency
public record ComparisonOptions(Optional<String> output, Duration timing) {
    /// The first suitable output, two seconds of timing.
    public static ComparisonOptions usual() {
        return new ComparisonOptions(Optional.empty(), Duration.ofSeconds(2));
    }

    /// The same for another output.
    public ComparisonOptions withOutput(Optional<String> output) {
        return new ComparisonOptions(output, timing);
    }

    /// The same with more or less time for measuring latency.
    public ComparisonOptions withTiming(Duration timing) {
        return new ComparisonOptions(output, timing);
    }
}
