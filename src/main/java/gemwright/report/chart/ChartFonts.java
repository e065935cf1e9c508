package gemwright.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The bundled font, made known to AWT once, so that charts are measured with what they are drawn
/// with.
public final class ChartFonts {
    private static final String FOLDER = "/gemwright/assets/fonts/";

    private ChartFonts() {}

    /// Makes both weights known; calling it again costs nothing.
    public static void register() {
        Registered.BOTH.forEach(Objects::requireNonNull);
    }

    /// Whether the font has a glyph for that character.
    public static boolean has(int codePoint) {
        return Registered.BOTH.getFirst().canDisplay(codePoint);
    }

    /// The file of the regular weight.
    public static InputStream regular() {
        return open("NotoSansSC-Regular.ttf");
    }

    /// The file of the heavier weight.
    public static InputStream heavy() {
        return open("NotoSansSC-SemiBold.ttf");
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ChartFonts.class.getResourceAsStream(FOLDER + name), name);
    }

    /// Read on first use.
    private static final class Registered {
        static final java.util.List<Font> BOTH = java.util.List.of(load(regular()), load(heavy()));

        private static Font load(InputStream file) {
            try (file) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, file);
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                return font;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (FontFormatException damaged) {
                throw new IllegalStateException("the bundled font is damaged", damaged);
            }
        }
    }
}
