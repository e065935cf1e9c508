package gemwright.serve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// How a server has been doing lately: predictions of the last minute, second by second.
///
/// @param seconds the last 60 whole seconds, oldest first, also those without a request
/// @param requests predictions since the start
/// @param errors those of them that were not answered with 2xx
public record Pulse(List<Second> seconds, long requests, long errors) {
    private static final int KEPT = 60;

    public Pulse {
        seconds = List.copyOf(seconds);
    }

    /// One second.
    ///
    /// @param epochSecond when it began, in seconds since 1970
    /// @param p50 half of its requests took at most so many milliseconds; 0 without a request
    /// @param p99 the same for 99 of a hundred
    public record Second(long epochSecond, long requests, long errors, double p50, double p99) {}

    /// Takes the pulse. One lock, held for some 50 ns a request.
    static final class Monitor {
        /// Buckets of microseconds: six bits behind the leading one, so each is at most 1/64 wide.
        private static final int FRACTION_BITS = 6;

        private static final int SHIFT = 23 - FRACTION_BITS;
        private static final int FIRST = Float.floatToRawIntBits(1) >> SHIFT;
        private static final int BUCKETS = 27 << FRACTION_BITS;

        private final int[] buckets = new int[BUCKETS];
        private final Deque<Second> past = new ArrayDeque<>();
        private long second;
        private long inSecond;
        private long errorsInSecond;
        private long requests;
        private long errors;

        /// A prediction was answered, or refused.
        synchronized void record(long epochMillis, long nanos, boolean error) {
            roll(epochMillis / 1_000);
            buckets[bucket(nanos)]++;
            inSecond++;
            requests++;
            if (error) {
                errorsInSecond++;
                errors++;
            }
        }

        /// The state at that moment.
        synchronized Pulse pulse(long epochMillis) {
            long now = epochMillis / 1_000;
            roll(now);
            List<Second> seconds = new ArrayList<>(KEPT);
            for (long at = now - KEPT; at < now; at++) {
                long wanted = at;
                seconds.add(
                        past.stream()
                                .filter(one -> one.epochSecond() == wanted)
                                .findFirst()
                                .orElse(new Second(at, 0, 0, 0, 0)));
            }
            return new Pulse(seconds, requests, errors);
        }

        private void roll(long now) {
            if (now <= second) {
                return;
            }
            if (inSecond > 0) {
                past.addLast(
                        new Second(
                                second, inSecond, errorsInSecond, percentile(50), percentile(99)));
                Arrays.fill(buckets, 0);
                inSecond = 0;
                errorsInSecond = 0;
            }
            while (!past.isEmpty() && past.getFirst().epochSecond() < now - KEPT) {
                past.removeFirst();
            }
            second = now;
        }

        private static int bucket(long nanos) {
            float micros = Math.max(1, nanos / 1e3f);
            return Math.min(BUCKETS - 1, (Float.floatToRawIntBits(micros) >> SHIFT) - FIRST);
        }

        /// The upper end of the bucket in which that share of the requests is reached.
        private double percentile(int percent) {
            long wanted = (inSecond * percent + 99) / 100;
            int bucket = 0;
            for (long seen = buckets[0]; seen < wanted; seen += buckets[bucket]) {
                bucket++;
            }
            return Float.intBitsToFloat((FIRST + bucket + 1) << SHIFT) / 1e3;
        }
    }
}
