package gemwright.drift;

import java.util.Locale;

/// What to do about the model.
public enum Decision {
    NONE,
    WATCH,
    RETRAIN;

    /// The word of the JSON answer.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
