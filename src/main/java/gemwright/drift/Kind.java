package gemwright.drift;

import java.util.Locale;
import java.util.Optional;

/// How a column is judged.
public enum Kind {
    /// Numbers with an order and distances.
    NUMERIC,
    /// Labels; numbers that are codes are labels too.
    CATEGORICAL,
    /// Points in time: they order the rows and are not judged themselves.
    DATETIME,
    /// Free text: mostly different values, so shares of values say nothing.
    TEXT;

    /// The word of the JSON answer and of the file that names columns.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that word; `num` and `cat` are understood too.
    public static Optional<Kind> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "numeric", "num" -> Optional.of(NUMERIC);
            case "categorical", "cat" -> Optional.of(CATEGORICAL);
            case "datetime", "time" -> Optional.of(DATETIME);
            case "text" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }
}
