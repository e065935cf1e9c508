package gemwright.compare;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What is looked at in a comparison.
///
/// @param output the output that the task metric judges; else the one that names classes, else the
///   first
/// @param states inputs that get an output of the sample before, for samples in a folder: the state
///   of a recurrent model
/// @param timing how long to measure latency
public record ComparisonOptions(
        Optional<String> output, Map<String, String> states, Duration timing) {
    public ComparisonOptions {
        states = Map.copyOf(states);
    }

    /// The first suitable output, two seconds of timing.
    public static ComparisonOptions usual() {
        return new ComparisonOptions(Optional.empty(), Map.of(), Duration.ofSeconds(2));
    }

    /// The same for another output.
    public ComparisonOptions withOutput(Optional<String> output) {
        return new ComparisonOptions(output, states, timing);
    }

    /// The same with outputs carried from sample to sample.
    public ComparisonOptions withStates(Map<String, String> states) {
        return new ComparisonOptions(output, states, timing);
    }

    /// The same with more or less time for measuring latency.
    public ComparisonOptions withTiming(Duration timing) {
        return new ComparisonOptions(output, states, timing);
    }
}
