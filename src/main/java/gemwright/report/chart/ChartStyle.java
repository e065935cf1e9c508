package gemwright.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Stroke;
import java.time.ZoneId;
import java.util.Locale;

/// How charts look: colours, type and strokes, in the unit of the surface (points on paper, pixels
/// on the screen).
///
/// @param size of axis labels
/// @param line width of outlines and lines
/// @param hatchStep distance of the hatch lines along the horizontal
/// @param hatchLine width of a hatch line
/// @param language of axis names and dates
/// @param zone in which times are written
public record ChartStyle(
        Palette palette,
        float size,
        float line,
        double hatchStep,
        float hatchLine,
        Locale language,
        ZoneId zone) {
    /// The family of the bundled font; the surface has to know it ([ChartFonts]).
    public static final String FAMILY = "Noto Sans SC";

    /// The heavier weight of that font, a family of its own.
    public static final String HEAVY = "Noto Sans SC SemiBold";

    /// For the PDF.
    public static ChartStyle paper(Locale language, ZoneId zone) {
        return new ChartStyle(Palette.PAPER, 7, 0.9f, 2.6, 0.55f, language, zone);
    }

    /// For the window.
    public static ChartStyle screen(boolean dark, Locale language) {
        Palette palette = dark ? Palette.DARK : Palette.LIGHT;
        return new ChartStyle(palette, 11, 1.5f, 5, 1.5f, language, ZoneId.systemDefault());
    }

    Font font() {
        return new Font(FAMILY, Font.PLAIN, 1).deriveFont(size);
    }

    Font heavy() {
        return new Font(HEAVY, Font.PLAIN, 1).deriveFont(size);
    }

    Stroke solid() {
        return new BasicStroke(line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    Stroke thin() {
        return new BasicStroke(line * 0.6f);
    }

    Stroke dashed() {
        return new BasicStroke(
                line,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                new float[] {line * 2.5f, line * 2},
                0);
    }

    Stroke fineDashes() {
        return new BasicStroke(
                line * 0.6f,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                new float[] {line * 2, line * 1.6f},
                0);
    }
}
