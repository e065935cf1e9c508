package gemwright.serve.http;

import java.time.Duration;

/// What one server lets through.
///
/// @param bodyBytes largest body of a request, before and after it is unpacked
/// @param bodyBytesInAll large bodies held at the same time; beyond it a request gets 503
/// @param inFlight requests being answered at the same time; beyond it a request gets 503
/// @param drain how long requests in flight may take to end when the server closes
public record Limits(long bodyBytes, long bodyBytesInAll, int inFlight, Duration drain) {
    public Limits {
        if (bodyBytes < 1 || bodyBytesInAll < bodyBytes || inFlight < 1 || drain.isNegative()) {
            throw new IllegalArgumentException(
                    bodyBytes + ", " + bodyBytesInAll + ", " + inFlight + ", " + drain);
        }
    }

    /// 16 MB a body, a quarter of the heap for all of them, 1,024 requests in flight, 8 s to drain.
    public static Limits standard() {
        long body = 16L << 20;
        long inAll = Math.max(2 * body, Runtime.getRuntime().maxMemory() / 4);
        return new Limits(body, inAll, 1_024, Duration.ofSeconds(8));
    }

    /// The same with another limit for one body.
    public Limits withBodyBytes(long bytes) {
        return new Limits(bytes, Math.max(bytes, bodyBytesInAll), inFlight, drain);
    }

    /// The same with another number of requests in flight.
    public Limits withInFlight(int requests) {
        return new Limits(bodyBytes, bodyBytesInAll, requests, drain);
    }

    /// The same with another time to drain.
    public Limits withDrain(Duration time) {
        return new Limits(bodyBytes, bodyBytesInAll, inFlight, time);
    }
}
