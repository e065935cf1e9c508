package gemwright.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/// The measures of a style sheet, grown with the text: rows, buttons and columns are given in
/// pixels for normal text, and larger text needs larger ones.
final class Measures {
    private static final String DATA = "data:text/css;base64,";
    private static final double LEAST = 14;
    private static final Pattern MEASURE =
            Pattern.compile(
                    "(-fx-(?:(?:min|pref|max)-(?:height|width)|icon-size|size|cell-size"
                            + "|fixed-cell-size): )([0-9.]+)");

    private Measures() {}

    /// The address of the sheet with its measures so many times as large.
    static String scaled(String sheet, double scale) {
        if (scale == 1) {
            return sheet;
        }
        String grown = grown(read(sheet), scale);
        return DATA + Base64.getEncoder().encodeToString(grown.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether an address is one of [#scaled].
    static boolean isScaled(String sheet) {
        return sheet.startsWith(DATA);
    }

    /// The style sheet's text with its measures so many times as large.
    static String grown(String css, double scale) {
        return MEASURE.matcher(css)
                .replaceAll(
                        found ->
                                found.group(1)
                                        + grown(
                                                found.group(1),
                                                Double.parseDouble(found.group(2)),
                                                scale));
    }

    // Lines, bars and gaps stay as thin as they are: no text stands in them.
    private static String grown(String property, double pixels, double scale) {
        boolean thin = pixels < LEAST && !property.contains("icon");
        return String.format(Locale.ROOT, "%.1f", thin ? pixels : pixels * scale);
    }

    private static String read(String sheet) {
        try (InputStream text = URI.create(sheet).toURL().openStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
