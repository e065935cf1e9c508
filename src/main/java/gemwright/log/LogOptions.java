package gemwright.log;

import java.time.Duration;

/// When a segment of a log is full.
///
/// @param segmentBytes a segment of that size is closed
/// @param segmentAge a segment of that age is closed
public record LogOptions(long segmentBytes, Duration segmentAge) {
    public LogOptions {
        if (segmentBytes < 1 || segmentAge.isNegative() || segmentAge.isZero()) {
            throw new IllegalArgumentException(segmentBytes + " bytes, " + segmentAge);
        }
    }

    /// 64 MB or an hour.
    public static LogOptions usual() {
        return new LogOptions(64L << 20, Duration.ofHours(1));
    }
}
