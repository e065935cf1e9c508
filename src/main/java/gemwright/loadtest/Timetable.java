package gemwright.loadtest;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// When requests are due. In an open loop request *k* is due at `start + k / rate`, whatever the
/// server does; in a closed loop the next one is due now.
final class Timetable {
    private final long start;
    private final long end;
    private final OptionalDouble rate;
    private final AtomicLong next = new AtomicLong();

    /// All in [System#nanoTime].
    Timetable(long start, long end, OptionalDouble rate) {
        this.start = start;
        this.end = end;
        this.rate = rate;
    }

    /// Waits for the next request's turn.
    ///
    /// @return when it was due, or nothing where the test is over
    OptionalLong await() {
        long due = start;
        if (rate.isPresent()) {
            due = start + Math.round(next.getAndIncrement() * (1e9 / rate.getAsDouble()));
        }
        long now = System.nanoTime();
        if (rate.isEmpty()) {
            due = Math.max(now, start);
        }
        if (due - end >= 0 || now - end >= 0) {
            return OptionalLong.empty();
        }
        while (now - due < 0) {
            LockSupport.parkNanos(due - now);
            if (Thread.currentThread().isInterrupted()) {
                return OptionalLong.empty();
            }
            now = System.nanoTime();
        }
        return OptionalLong.of(due);
    }

    /// Requests that were due in a measurement from `from` on but never sent, since every
    /// connection was still waiting for an earlier answer.
    long unsent(long from, long taken) {
        if (rate.isEmpty()) {
            return 0;
        }
        long first = Math.max(0, (long) Math.ceil((from - start) * rate.getAsDouble() / 1e9));
        long last = (long) Math.ceil((end - start) * rate.getAsDouble() / 1e9);
        return Math.max(0, last - first - taken);
    }
}
