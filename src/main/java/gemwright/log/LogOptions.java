package gemwright.log;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What goes into a log, and what becomes of its segments.
///
/// @param segmentBytes a segment of that size is closed
/// @param segmentAge a segment of that age is closed
/// @param parquet whether closed segments become Parquet files; those of whole arrays stay JSON
///   lines
/// @param keepBytes closed segments of one version beyond that size together go, the oldest first
/// @param keepAge closed segments older than that go
/// @param sample share of the requests that is written, above 0 and up to 1
/// @param leftOut columns that are not written
/// @param hashed columns of which only a keyed hash is written
public record LogOptions(
        long segmentBytes,
        Duration segmentAge,
        boolean parquet,
        OptionalLong keepBytes,
        Optional<Duration> keepAge,
        double sample,
        Set<String> leftOut,
        Set<String> hashed) {
    public LogOptions {
        leftOut = Set.copyOf(leftOut);
        hashed = Set.copyOf(hashed);
        if (segmentBytes < 1 || segmentAge.isNegative() || segmentAge.isZero()) {
            throw new IllegalArgumentException(segmentBytes + " bytes, " + segmentAge);
        }
        if (!(sample > 0 && sample <= 1)) {
            throw new IllegalArgumentException("a share of " + sample);
        }
    }

    /// Segments of 64 MB or an hour, which become Parquet files; everything is written and kept.
    public static LogOptions usual() {
        return new LogOptions(
                64L << 20,
                Duration.ofHours(1),
                true,
                OptionalLong.empty(),
                Optional.empty(),
                1,
                Set.of(),
                Set.of());
    }

    /// The same with other segments.
    public LogOptions withSegments(long bytes, Duration age) {
        return new LogOptions(bytes, age, parquet, keepBytes, keepAge, sample, leftOut, hashed);
    }

    /// The same with closed segments made Parquet files, or left as they are.
    public LogOptions withParquet(boolean packed) {
        return new LogOptions(
                segmentBytes, segmentAge, packed, keepBytes, keepAge, sample, leftOut, hashed);
    }

    /// The same with closed segments kept up to that size and age.
    public LogOptions keeping(OptionalLong bytes, Optional<Duration> age) {
        return new LogOptions(
                segmentBytes, segmentAge, parquet, bytes, age, sample, leftOut, hashed);
    }

    /// The same with only that share of the requests.
    public LogOptions withSample(double share) {
        return new LogOptions(
                segmentBytes, segmentAge, parquet, keepBytes, keepAge, share, leftOut, hashed);
    }

    /// The same with columns left out, and columns of which only a hash is written.
    public LogOptions withPrivacy(Set<String> out, Set<String> hash) {
        return new LogOptions(
                segmentBytes, segmentAge, parquet, keepBytes, keepAge, sample, out, hash);
    }
}
