package gemwright.compare;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.NdArray;
import gemwright.data.Table;
import gemwright.runtime.Session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Times two models on single samples in turn, so that whatever else the machine does hits both.
final class LatencyRace {
    private static final int SAMPLES = 64;
    private static final int LEAST_RUNS = 20;
    private static final int MOST_RUNS = 2_000;

    private final Session a;
    private final Session b;
    private final List<Map<String, NdArray>> samplesA = new ArrayList<>();
    private final List<Map<String, NdArray>> samplesB = new ArrayList<>();

    LatencyRace(Session a, Session b) {
        this.a = a;
        this.b = b;
    }

    /// Both results.
    record Result(Latency a, Latency b) {}

    /// Keeps some of these rows as samples.
    void offer(Table rows) throws Problem {
        for (int row = 0; row < rows.rows() && samplesA.size() < SAMPLES; row++) {
            Table sample = rows.slice(row, row + 1);
            offer(a.arrays(sample), b.arrays(sample));
        }
    }

    /// Keeps this sample, if there is room for one more.
    void offer(Map<String, NdArray> feedA, Map<String, NdArray> feedB) {
        if (samplesA.size() < SAMPLES) {
            samplesA.add(feedA);
            samplesB.add(feedB);
        }
    }

    /// @param budget time for all of it; at least 20 runs of each are made
    Result run(Duration budget, Progress progress) throws Problem {
        Growing nanosA = new Growing();
        Growing nanosB = new Growing();
        time(a, samplesA.getFirst());
        time(b, samplesB.getFirst());
        long end = System.nanoTime() + budget.toNanos();
        for (int run = 0; run < MOST_RUNS; run++) {
            if (run >= LEAST_RUNS && System.nanoTime() - end > 0) {
                break;
            }
            progress.step("timing", run, MOST_RUNS);
            int sample = run % samplesA.size();
            // Who goes first changes, so that neither always finds the caches warm.
            if (run % 2 == 0) {
                nanosA.add((double) time(a, samplesA.get(sample)));
                nanosB.add((double) time(b, samplesB.get(sample)));
            } else {
                nanosB.add((double) time(b, samplesB.get(sample)));
                nanosA.add((double) time(a, samplesA.get(sample)));
            }
        }
        return new Result(Latency.of(nanosA.all()), Latency.of(nanosB.all()));
    }

    private static long time(Session session, Map<String, NdArray> sample) throws Problem {
        long start = System.nanoTime();
        session.run(sample);
        return System.nanoTime() - start;
    }
}
