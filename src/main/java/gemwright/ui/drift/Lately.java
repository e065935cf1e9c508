package gemwright.ui.drift;

import java.time.Duration;
import java.util.Optional;

/// How far back the rows to judge reach, from the newest of them.
enum Lately {
    HOUR(Optional.of(Duration.ofHours(1))),
    DAY(Optional.of(Duration.ofDays(1))),
    WEEK(Optional.of(Duration.ofDays(7))),
    ALL(Optional.empty());

    private final Optional<Duration> length;

    Lately(Optional<Duration> length) {
        this.length = length;
    }

    /// How far; empty for all rows.
    Optional<Duration> length() {
        return length;
    }
}
