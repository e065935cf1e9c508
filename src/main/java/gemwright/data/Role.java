package gemwright.data;

import java.util.Locale;
import java.util.Optional;

/// What a column is for, in the words of `--columns` and of the prediction log.
public enum Role {
    /// An input of the model; what every column is unless told otherwise.
    FEATURE,
    /// What the model answered.
    PREDICTION,
    /// How sure the model was of one class.
    PROBABILITY,
    /// What turned out to be true.
    TARGET,
    /// When it happened.
    TIME,
    /// Which request or row it was.
    ID,
    /// A figure of the business or of the server, such as clicks or a latency.
    METRIC,
    /// How much the row counts.
    WEIGHT,
    /// Not looked at.
    IGNORE;

    /// The word used in files: the name in lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of that word.
    public static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
