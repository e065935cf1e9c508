package gemwright.serve.model;

import gemwright.serve.http.Refusal;

import java.util.function.LongSupplier;

/// A circuit breaker around one version of a model: after so many failed runs in a row it turns
/// requests away at once instead of letting each wait for a model that is broken or hangs. After a
/// pause it lets one through to see; when that one is answered, all are let through again.
final class Breaker {
    private final Breaking settings;
    private final LongSupplier nanos;
    private volatile int failures;
    private volatile boolean open;
    private boolean probing;
    private long until;

    Breaker(Breaking settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    /// Lets a request through; it must tell afterwards how it went.
    ///
    /// @throws Refusal 503 with the seconds after which it is worth asking again
    void enter() throws Refusal {
        if (!open) {
            return;
        }
        synchronized (this) {
            long left = until - nanos.getAsLong();
            if (left <= 0 && !probing) {
                probing = true;
                return;
            }
            long seconds = Math.max(1, Math.ceilDiv(left, 1_000_000_000L));
            throw Refusal.of(
                            503,
                            "the model has failed "
                                    + failures
                                    + " times in a row and is left alone for a while")
                    .with("Retry-After", Long.toString(seconds));
        }
    }

    /// The model answered.
    void succeeded() {
        if (failures != 0 || open) {
            synchronized (this) {
                failures = 0;
                open = false;
                probing = false;
            }
        }
    }

    /// The model failed, or did not answer in time.
    void failed() {
        synchronized (this) {
            failures = failures + 1;
            if (probing || failures >= settings.failures()) {
                open = true;
                probing = false;
                until = nanos.getAsLong() + settings.pause().toNanos();
            }
        }
    }

    /// The request ended without a word on the model.
    void undecided() {
        if (open) {
            synchronized (this) {
                probing = false;
            }
        }
    }

    boolean isOpen() {
        return open;
    }
}
