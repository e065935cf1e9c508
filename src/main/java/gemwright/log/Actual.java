package gemwright.log;

import gemwright.base.Json;

import java.util.Map;
import java.util.Optional;

/// What turned out to be true for one prediction.
///
/// @param id of the request; `ID#0`, `ID#1` … for the rows of a request of several
/// @param value a [Long], [Double], [Boolean] or [String]
public record Actual(String id, Object value) {
    public Actual {
        boolean plain =
                value instanceof Long
                        || value instanceof Double
                        || value instanceof Boolean
                        || value instanceof String;
        if (!plain) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
    }

    /// The line of a file, without its end.
    String line(java.time.Instant now) {
        return Json.write(Json.object("id", id, "ts", now.toString(), "actual", value));
    }

    /// The outcome that a parsed line holds; empty where it is none.
    static Optional<Actual> of(Object line) {
        if (line instanceof Map<?, ?> map
                && map.get("id") instanceof String id
                && (map.get("actual") instanceof Long
                        || map.get("actual") instanceof Double
                        || map.get("actual") instanceof Boolean
                        || map.get("actual") instanceof String)) {
            Object value = map.get("actual");
            return value == null ? Optional.empty() : Optional.of(new Actual(id, value));
        }
        return Optional.empty();
    }
}
