package gemwright.scan;

import java.util.Locale;

/// What loading a file with the library that wrote it would do, from best to worst.
public enum Verdict {
    /// only known classes and functions that hold data
    SAFE,
    /// classes outside the vocabulary: whether they do harm, nobody knows
    UNKNOWN,
    /// no library would load it as it is
    DAMAGED,
    /// foreign code would run
    DANGEROUS;

    /// As the command line spells it: `safe`, `unknown`, `damaged`, `dangerous`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The worse of the two.
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
