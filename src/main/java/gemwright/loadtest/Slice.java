package gemwright.loadtest;

/// One second of a running load test, for a live chart.
///
/// @param second 0 for the first, warm-up included
/// @param warmUp whether it ends before the measurement begins
/// @param requests answered or lost in this second
/// @param errors of those
/// @param rps requests a second
/// @param latency from the time each request was due, in milliseconds
public record Slice(
        int second, boolean warmUp, long requests, long errors, double rps, Latencies latency) {}
