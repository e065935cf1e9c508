package gemwright.serve.http;

import java.time.Duration;

/// What one server lets through, and how long it waits.
///
/// @param bodyBytes largest body of a request, before and after it is unpacked
/// @param bodyBytesInAll large bodies held at the same time; beyond it a request gets 503
/// @param inFlight requests being answered at the same time; beyond it a request gets 503
/// @param connections open at the same time
/// @param waits how long it waits for whom
public record Limits(
        long bodyBytes, long bodyBytesInAll, int inFlight, int connections, Waits waits) {
    public Limits {
        if (bodyBytes < 1 || bodyBytesInAll < bodyBytes || inFlight < 1 || connections < 1) {
            throw new IllegalArgumentException(
                    bodyBytes + ", " + bodyBytesInAll + ", " + inFlight + ", " + connections);
        }
    }

    /// How long a server waits.
    ///
    /// @param request for a client to send a whole request, in whole seconds
    /// @param answer for a client to take its answer, in whole seconds
    /// @param run for a model to answer
    /// @param drain for requests in flight when the server closes
    public record Waits(Duration request, Duration answer, Duration run, Duration drain) {
        public Waits {
            boolean positive = request.isPositive() && answer.isPositive() && run.isPositive();
            if (!positive || drain.isNegative()) {
                throw new IllegalArgumentException(
                        request + ", " + answer + ", " + run + ", " + drain);
            }
        }

        /// 10 s, 60 s, 30 s, 8 s.
        public static Waits standard() {
            return new Waits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(8));
        }
    }

    /// 16 MB a body, a quarter of the heap for all of them, 1,024 requests in flight on 10,000
    /// connections.
    public static Limits standard() {
        long body = 16L << 20;
        return new Limits(body, inAll(body), 1_024, 10_000, Waits.standard());
    }

    private static long inAll(long body) {
        return Math.max(2 * body, Runtime.getRuntime().maxMemory() / 4);
    }

    /// How long requests in flight may take to end when the server closes.
    public Duration drain() {
        return waits.drain();
    }

    /// The same with another limit for one body.
    public Limits withBodyBytes(long bytes) {
        return new Limits(bytes, inAll(bytes), inFlight, connections, waits);
    }

    /// The same with another number of requests in flight.
    public Limits withInFlight(int requests) {
        return new Limits(bodyBytes, bodyBytesInAll, requests, connections, waits);
    }

    /// The same with another number of connections.
    public Limits withConnections(int open) {
        return new Limits(bodyBytes, bodyBytesInAll, inFlight, open, waits);
    }

    /// The same with other waits.
    public Limits withWaits(Waits other) {
        return new Limits(bodyBytes, bodyBytesInAll, inFlight, connections, other);
    }

    /// The same with another time to drain.
    public Limits withDrain(Duration time) {
        return withWaits(new Waits(waits.request(), waits.answer(), waits.run(), time));
    }

    /// The same with another time for a model to answer.
    public Limits withRun(Duration time) {
        return withWaits(new Waits(waits.request(), waits.answer(), time, waits.drain()));
    }
}
