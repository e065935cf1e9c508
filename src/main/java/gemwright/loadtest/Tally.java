package gemwright.loadtest;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counts and times of one phase (warm-up or measurement): written by all connections at once, read
/// once a second by the one that reports.
final class Tally {
    private static final long LONGEST_MICROS = 3_600_000_000L;
    private static final int DIGITS = 3;

    private final Recorder latencies = new Recorder(LONGEST_MICROS, DIGITS);
    private final Recorder services = new Recorder(LONGEST_MICROS, DIGITS);
    private final Histogram latency = new Histogram(LONGEST_MICROS, DIGITS);
    private final Histogram service = new Histogram(LONGEST_MICROS, DIGITS);
    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);

    Tally() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /// One request: how long from the time it was due, how long from the time it was sent.
    void record(Outcome outcome, long latencyNanos, long serviceNanos) {
        java.util.Objects.requireNonNull(outcomes.get(outcome)).increment();
        latencies.recordValue(micros(latencyNanos));
        services.recordValue(micros(serviceNanos));
    }

    private static long micros(long nanos) {
        return Math.clamp((nanos + 500) / 1_000, 1, LONGEST_MICROS);
    }

    /// The latencies since the last call; only for the reporting thread.
    Histogram interval() {
        Histogram interval = latencies.getIntervalHistogram();
        latency.add(interval);
        service.add(services.getIntervalHistogram());
        return interval;
    }

    /// All latencies up to the last [#interval].
    Histogram latency() {
        return latency;
    }

    /// All times between sending and answer up to the last [#interval].
    Histogram service() {
        return service;
    }

    long requests() {
        return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long errors() {
        return requests() - java.util.Objects.requireNonNull(outcomes.get(Outcome.OK)).sum();
    }

    Map<String, Long> byOutcome() {
        Map<String, Long> counts = new LinkedHashMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome.word(), count.sum()));
        return counts;
    }
}
