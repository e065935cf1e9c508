package gemwright.serve;

import gemwright.serve.http.Refusal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Lets so many predictions in at the same time and turns the others away at once, so that a server
/// under too much load stays quick for those it serves.
final class Gate {
    private final int limit;
    private final AtomicInteger inside = new AtomicInteger();
    private final LongAdder turnedAway = new LongAdder();

    Gate(int limit) {
        this.limit = limit;
    }

    /// @throws Refusal 503 with `Retry-After` where all places are taken
    void enter() throws Refusal {
        if (inside.incrementAndGet() > limit) {
            inside.decrementAndGet();
            turnedAway.increment();
            throw Refusal.busy("too many requests at once (" + limit + " are being answered)");
        }
    }

    void leave() {
        inside.decrementAndGet();
    }

    int inside() {
        return inside.get();
    }

    long turnedAway() {
        return turnedAway.sum();
    }
}
