package gemwright.serve.model;

import java.time.Duration;

/// When a model that fails is left alone, and for how long.
///
/// @param failures failed runs in a row after which requests are turned away at once
/// @param pause after which one request is let through to see
public record Breaking(int failures, Duration pause) {
    public Breaking {
        if (failures < 1 || !pause.isPositive()) {
            throw new IllegalArgumentException(failures + ", " + pause);
        }
    }

    /// 20 failures, 10 s.
    public static Breaking standard() {
        return new Breaking(20, Duration.ofSeconds(10));
    }
}
