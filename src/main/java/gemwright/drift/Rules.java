package gemwright.drift;

import java.util.Locale;
import java.util.Optional;

/// Whose values and verdicts: ours, or those of Evidently for people who compare.
public enum Rules {
    /// The values of SciPy, two-sided and homogeneity tests; an effect size decides, a p-value
    /// corrected for the number of columns confirms.
    RECOMMENDED,
    /// The values, default methods and thresholds of Evidently 0.7.23, its faults included.
    EVIDENTLY;

    /// The word on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The rules of that word.
    public static Optional<Rules> of(String word) {
        for (Rules rules : values()) {
            if (rules.word().equals(word)) {
                return Optional.of(rules);
            }
        }
        return Optional.empty();
    }
}
