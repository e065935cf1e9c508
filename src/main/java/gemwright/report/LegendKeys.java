package gemwright.report;

import gemwright.base.Texts;
import gemwright.report.chart.ChartStyle;
import gemwright.report.chart.Charts;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/// The key of the charts: a solid patch for the reference, a hatched one for the current data.
final class LegendKeys {
    private static final double SIZE = 7;
    private static final double HEIGHT = SIZE * PdfBoxes.LEADING;

    private final ChartStyle style;
    private final Texts texts;

    LegendKeys(ChartStyle style) {
        this.style = style;
        this.texts = Texts.of("gemwright.report.texts", style.language());
    }

    Box box(Text more, PdfFonts fonts) {
        Text reference = Text.muted(texts.of("legend.reference"));
        Text current = Text.muted(texts.of("legend.current"));
        double first = 15;
        double second = first + fonts.width(reference, SIZE) + 8;
        double third = second + 15 + fonts.width(current, SIZE) + 8;
        double baseline = HEIGHT * 0.72;
        Shape patch = new Rectangle2D.Double(0.5, 0.5, 11, 5);
        return Box.of(
                HEIGHT + 2,
                (canvas, x, top) -> {
                    double upper = top + baseline - 5.5;
                    canvas.draw(x, upper, 12, 6, g -> Charts.patch(g, patch, style, false));
                    canvas.text(reference, x + first, top + baseline, SIZE);
                    canvas.draw(x + second, upper, 12, 6, g -> Charts.patch(g, patch, style, true));
                    canvas.text(current, x + second + 15, top + baseline, SIZE);
                    canvas.text(more, x + third, top + baseline, SIZE);
                });
    }
}
