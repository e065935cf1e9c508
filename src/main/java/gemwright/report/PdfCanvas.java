package gemwright.report;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;

import gemwright.report.chart.Palette;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jfree.chart.JFreeChart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;

/// One page to draw on, in points from its upper left corner.
final class PdfCanvas implements AutoCloseable {
    /// The words for "drifted".
    static final Color ALERT = new Color(0xB04E0C);

    /// Rules between rows.
    static final Color RULE = new Color(0xD5DAE0);

    private final PDDocument document;
    private final PDPage page;
    private final PDPageContentStream stream;
    private final PdfFonts fonts;

    PdfCanvas(PDDocument document, PdfFonts fonts) throws IOException {
        this.document = document;
        this.fonts = fonts;
        this.page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        this.stream = new PDPageContentStream(document, page);
    }

    PDPage page() {
        return page;
    }

    static double width() {
        return PDRectangle.A4.getWidth();
    }

    static double height() {
        return PDRectangle.A4.getHeight();
    }

    /// One line of text; `baseline` from above.
    void text(Text line, double x, double baseline, double size) {
        double at = x;
        for (Text.Span span : line.spans()) {
            run(span, at, baseline, size);
            at += fonts.width(new Text(java.util.List.of(span)), size);
        }
    }

    private void run(Text.Span span, double x, double baseline, double size) {
        try {
            stream.beginText();
            stream.setNonStrokingColor(colour(span.style()));
            stream.setFont(fonts.font(PdfFonts.strong(span.style())), (float) size);
            stream.newLineAtOffset((float) x, (float) (height() - baseline));
            stream.showText(span.words());
            stream.endText();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // pages are in memory
        }
    }

    private static Color colour(Text.Style style) {
        return switch (style) {
            case PLAIN, STRONG -> Palette.PAPER.text();
            case MUTED -> Palette.PAPER.muted();
            case ALERT -> ALERT;
        };
    }

    /// A level rule.
    void rule(double x, double y, double width, Color colour) {
        try {
            stream.setStrokingColor(colour);
            stream.setLineWidth(0.5f);
            stream.moveTo((float) x, (float) (height() - y));
            stream.lineTo((float) (x + width), (float) (height() - y));
            stream.stroke();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// A chart as vectors.
    void chart(JFreeChart chart, double x, double top, double width, double height) {
        draw(
                x,
                top,
                width,
                height,
                g -> chart.draw(g, new Rectangle2D.Double(0, 0, width, height)));
    }

    /// Anything drawn with `Graphics2D`.
    void draw(double x, double top, double width, double height, Drawing drawing) {
        try (PdfBoxGraphics2DFontTextDrawer text = fonts.drawer()) {
            PdfBoxGraphics2D graphics =
                    new PdfBoxGraphics2D(document, (float) width, (float) height);
            graphics.setFontTextDrawer(text);
            drawing.on(graphics);
            graphics.dispose();
            stream.saveGraphicsState();
            stream.transform(
                    Matrix.getTranslateInstance((float) x, (float) (height() - top - height)));
            stream.drawForm(graphics.getXFormObject());
            stream.restoreGraphicsState();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// What is drawn.
    @FunctionalInterface
    interface Drawing {
        void on(java.awt.Graphics2D graphics);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
