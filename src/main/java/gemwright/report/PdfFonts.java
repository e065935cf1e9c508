package gemwright.report;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;

import gemwright.report.chart.ChartFonts;
import gemwright.report.chart.ChartStyle;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The two weights of the bundled font in one PDF. Each is embedded once, with the characters that
/// were used; pages and charts share them.
final class PdfFonts {
    /// Warns of a table for variant glyphs that no report needs.
    private static final Logger TABLES = Logger.getLogger("org.apache.fontbox.ttf.CmapSubtable");

    static {
        TABLES.setLevel(Level.SEVERE);
    }

    private final PDFont regular;
    private final PDFont heavy;
    private final Map<Integer, Double> regularAdvances = new HashMap<>();
    private final Map<Integer, Double> heavyAdvances = new HashMap<>();

    PdfFonts(PDDocument document) throws IOException {
        ChartFonts.register();
        regular = load(document, ChartFonts.regular());
        heavy = load(document, ChartFonts.heavy());
    }

    private static PDFont load(PDDocument document, InputStream file) throws IOException {
        try (file) {
            return PDType0Font.load(document, file, true);
        }
    }

    PDFont font(boolean strong) {
        return strong ? heavy : regular;
    }

    /// How wide the character at that place is, for a size of 1; 0 for the second half of a pair.
    double advance(String text, int at, boolean strong) {
        if (Character.isLowSurrogate(text.charAt(at))) {
            return 0;
        }
        Map<Integer, Double> advances = strong ? heavyAdvances : regularAdvances;
        return advances.computeIfAbsent(
                text.codePointAt(at), c -> measure(Character.toString(c), strong));
    }

    private double measure(String character, boolean strong) {
        try {
            return font(strong).getStringWidth(character) / 1000;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the font is in memory
        }
    }

    /// How wide a text is.
    double width(Text text, double size) {
        double width = 0;
        for (Text.Span span : text.spans()) {
            for (int i = 0; i < span.words().length(); i++) {
                width += advance(span.words(), i, strong(span.style())) * size;
            }
        }
        return width;
    }

    static boolean strong(Text.Style style) {
        return switch (style) {
            case STRONG, ALERT -> true;
            case PLAIN, MUTED -> false;
        };
    }

    /// What draws the text of charts.
    PdfBoxGraphics2DFontTextDrawer drawer() {
        PdfBoxGraphics2DFontTextDrawer drawer = new PdfBoxGraphics2DFontTextDrawer();
        drawer.registerFont(ChartStyle.FAMILY, regular);
        drawer.registerFont(ChartStyle.HEAVY, heavy);
        return drawer;
    }
}
