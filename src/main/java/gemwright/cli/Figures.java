package gemwright.cli;

import java.util.Locale;
import java.util.OptionalDouble;

/// Numbers as people read them.
final class Figures {
    private Figures() {}

    /// Four significant digits; a dash for what is absent.
    static String short4(OptionalDouble value) {
        return value.isPresent() ? short4(value.getAsDouble()) : "-";
    }

    /// Four significant digits, without an exponent where that is readable.
    static String short4(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /// `670 KB`, `1.3 MB`: powers of 1,000, as file managers count.
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return Math.round(bytes / 1e3) + " KB";
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }

    /// Milliseconds.
    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 1 ? "%.3f ms" : "%.1f ms", millis);
    }
}
