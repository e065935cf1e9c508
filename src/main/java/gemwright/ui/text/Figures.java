package gemwright.ui.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/// Numbers as the window writes them: three significant digits, a unit always, thousands separated
/// as the language does, a real minus sign.
///
/// @param locale language of the separators
public record Figures(Locale locale) {
    private static final long KILO = 1000;
    private static final long THOUSANDTH_BELOW = 10_000;
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e6;
    private static final int DIGITS = 3;

    /// A whole number with its thousands separated: `15,000`.
    public String count(long number) {
        return minus(NumberFormat.getIntegerInstance(locale).format(number));
    }

    /// Three significant digits, with an exponent where the number is very large or small: `0.412`,
    /// `2.4e−7`.
    public String significant(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(number);
        if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
            return minus(exponent(number));
        }
        BigDecimal rounded =
                size >= KILO
                        ? new BigDecimal(number).setScale(0, RoundingMode.HALF_EVEN)
                        : new BigDecimal(number).round(new MathContext(DIGITS));
        return minus(plain(rounded));
    }

    private static String exponent(double number) {
        String text = String.format(Locale.ROOT, "%.1e", number);
        int at = text.indexOf('e');
        return text.substring(0, at) + "e" + Integer.parseInt(text.substring(at + 1));
    }

    private String plain(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        format.setMinimumFractionDigits(
                number.signum() == 0 ? 0 : Math.clamp(number.scale(), 0, DIGITS));
        return format.format(number);
    }

    /// A number with that many places behind the point: `0.412`.
    public String fixed(double number, int places) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return minus(format.format(number));
    }

    /// A share as per cent: `98.1 %` for 0.981.
    public String percent(double share) {
        return Double.isNaN(share) ? "NaN" : significant(share * 100) + " %";
    }

    /// A size of a file or of memory, in decimal units: `486 KB`, `4.10 MB`.
    public String bytes(long bytes) {
        if (bytes < KILO) {
            return count(bytes) + " B";
        }
        double value = bytes;
        String unit = "B";
        for (String next : new String[] {"KB", "MB", "GB", "TB"}) {
            if (value < KILO) {
                break;
            }
            value /= KILO;
            unit = next;
        }
        String number = value >= 100 ? fixed(value, 0) : fixed(value, 1);
        return number + " " + unit;
    }

    /// A count that may be large, shortened: `118 M`, `9,408`.
    public String large(long number) {
        if (Math.abs(number) < THOUSANDTH_BELOW) {
            return count(number);
        }
        double value = number;
        String unit = "";
        for (String next : new String[] {" K", " M", " G", " T"}) {
            if (Math.abs(value) < KILO) {
                break;
            }
            value /= KILO;
            unit = next;
        }
        return significant(value) + unit;
    }

    /// How long something took: `1.8 ms`, `0.84 s`, `2:05 min`.
    public String duration(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis < 100) {
            return significant(millis) + " ms";
        }
        if (duration.toSeconds() < 100) {
            return significant(millis / KILO) + " s";
        }
        return clock(duration) + " min";
    }

    /// Minutes and seconds: `0:07`.
    public String clock(Duration duration) {
        return String.format(
                Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    /// A folder as the user knows it, with `~` for his own: `~/models`.
    public static String folder(Path folder) {
        Path home = Path.of(System.getProperty("user.home", "/"));
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.startsWith(home) && home.getNameCount() > 0) {
            Path below = home.relativize(absolute);
            return below.toString().isEmpty() ? "~" : Path.of("~").resolve(below).toString();
        }
        return absolute.toString();
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
