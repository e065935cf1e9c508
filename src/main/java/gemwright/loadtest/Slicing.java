package gemwright.loadtest;

import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Cuts a running test into seconds; for the reporting thread only.
final class Slicing {
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    private final Phases phases;
    private final Consumer<Slice> live;
    private final List<Slice> slices = new ArrayList<>();
    private long from;
    private long requests;
    private long errors;

    Slicing(Phases phases, long start, Consumer<Slice> live) {
        this.phases = phases;
        this.from = start;
        this.live = live;
    }

    /// Reports each second that has ended by now.
    void report(long now) {
        while (now - (from + SECOND_NANOS) >= 0) {
            slice(SECOND_NANOS);
        }
    }

    /// Reports the rest of the last second.
    List<Slice> finish(long now) {
        report(now);
        if (phases.requests() > requests) {
            slice(Math.max(1, now - from));
        }
        return slices;
    }

    private void slice(long nanos) {
        long allRequests = phases.requests();
        long allErrors = phases.errors();
        Histogram latency = phases.warmUp().interval();
        latency.add(phases.measured().interval());
        from += nanos;
        Slice slice =
                new Slice(
                        slices.size(),
                        from - phases.measuredFrom() <= 0,
                        allRequests - requests,
                        allErrors - errors,
                        (allRequests - requests) * 1e9 / nanos,
                        Latencies.of(latency));
        requests = allRequests;
        errors = allErrors;
        slices.add(slice);
        live.accept(slice);
    }
}
