package gemwright.serve.model;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// What one version of a model has done so far; times in nanoseconds.
public final class Statistics {
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder successNanos = new LongAdder();
    private final LongAdder failNanos = new LongAdder();
    private final LongAdder runs = new LongAdder();
    private final LongAdder runNanos = new LongAdder();
    private final LongAdder queueNanos = new LongAdder();
    private final AtomicLong lastMillis = new AtomicLong();

    /// A request that was answered.
    public void success(int answeredRows, long nanos) {
        succeeded.increment();
        rows.add(answeredRows);
        successNanos.add(nanos);
        lastMillis.setPlain(System.currentTimeMillis());
    }

    /// A request that was refused or failed.
    public void failure(long nanos) {
        failed.increment();
        failNanos.add(nanos);
    }

    /// A run of the model, which may have answered several requests.
    public void run(long nanos) {
        runs.increment();
        runNanos.add(nanos);
    }

    /// A request waited that long for its run.
    public void queued(long nanos) {
        queueNanos.add(nanos);
    }

    public long succeeded() {
        return succeeded.sum();
    }

    public long failed() {
        return failed.sum();
    }

    /// Rows of all answered requests.
    public long rows() {
        return rows.sum();
    }

    public long successNanos() {
        return successNanos.sum();
    }

    public long failNanos() {
        return failNanos.sum();
    }

    public long runs() {
        return runs.sum();
    }

    public long runNanos() {
        return runNanos.sum();
    }

    public long queueNanos() {
        return queueNanos.sum();
    }

    /// When a request was last answered, in milliseconds since 1970; 0 for never.
    public long lastMillis() {
        return lastMillis.get();
    }
}
