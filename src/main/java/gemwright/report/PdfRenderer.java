package gemwright.report;

import gemwright.base.Progress;
import gemwright.base.Texts;
import gemwright.report.chart.ChartStyle;
import gemwright.report.chart.Palette;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Puts a [Document] on A4 pages: vectors and selectable text only, the font embedded with the
/// characters that are used, a bookmark for each section.
public final class PdfRenderer {
    private static final double SIDE = 45.35; // 16 mm
    private static final double HEAD = 28.35; // 10 mm
    private static final double TOP = 48;
    private static final double BOTTOM = 802;
    private static final double FOOT = 814;
    private static final double SMALL = 7;
    private static final double WIDTH = PdfCanvas.width() - 2 * SIDE;

    private final Document document;
    private final PDDocument pdf;
    private final PdfFonts fonts;
    private final PdfBoxes boxes;
    private final Texts texts;
    private final List<PdfCanvas> pages = new ArrayList<>();
    private final List<String> running = new ArrayList<>();
    private double at = TOP;

    private PdfRenderer(Document document, PDDocument pdf) throws IOException {
        this.document = document;
        this.pdf = pdf;
        this.fonts = new PdfFonts(pdf);
        this.boxes = new PdfBoxes(fonts, ChartStyle.paper(document.language(), ZoneOffset.UTC));
        this.texts = Texts.of("gemwright.report.texts", document.language());
    }

    /// Writes the document; the stream stays open.
    public static void render(Document document, OutputStream out, Progress progress)
            throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PdfRenderer renderer = new PdfRenderer(document, pdf);
            renderer.sections(progress);
            renderer.finish();
            pdf.save(out);
        }
    }

    private void sections(Progress progress) throws IOException {
        PDDocumentOutline outline = new PDDocumentOutline();
        pdf.getDocumentCatalog().setDocumentOutline(outline);
        pdf.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
        pdf.getDocumentCatalog().setLanguage(document.language().toLanguageTag());
        pdf.getDocumentInformation().setTitle(document.maker() + " · " + document.title());
        pdf.getDocumentInformation().setCreator("Gemwright");
        int done = 0;
        for (Document.Section section : document.sections()) {
            progress.step("report", done++, document.sections().size());
            newPage(pages.isEmpty() ? document.period() : section.bookmark());
            outline.addLast(bookmark(section.bookmark(), pages.getLast().page()));
            for (Block block : section.blocks()) {
                place(boxes.pieces(block, WIDTH), section.bookmark());
            }
        }
        outline.openNode();
    }

    private static PDOutlineItem bookmark(String name, PDPage page) {
        PDPageFitWidthDestination destination = new PDPageFitWidthDestination();
        destination.setPage(page);
        destination.setTop((int) PdfCanvas.height());
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(name);
        item.setDestination(destination);
        return item;
    }

    private void newPage(String right) throws IOException {
        pages.add(new PdfCanvas(pdf, fonts));
        running.add(right);
        at = TOP;
    }

    private void place(List<PdfBoxes.Piece> pieces, String section) throws IOException {
        for (int i = 0; i < pieces.size(); i++) {
            double needed = pieces.get(i).box().height();
            for (int k = i; pieces.get(k).keepWithNext() && k + 1 < pieces.size(); k++) {
                needed += pieces.get(k + 1).box().height();
            }
            // a heading alone cannot see what follows it: leave room for some of it
            needed += pieces.size() == 1 && pieces.getFirst().keepWithNext() ? 60 : 0;
            if (at + needed > BOTTOM && at > TOP) {
                newPage(section);
                for (Box header : pieces.get(i).header()) {
                    draw(header);
                }
            }
            draw(pieces.get(i).box());
        }
    }

    private void draw(Box box) {
        box.draw(pages.getLast(), SIDE, at);
        at += box.height();
    }

    /// Head and foot lines, which know how many pages there are.
    private void finish() throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            PdfCanvas page = pages.get(i);
            line(page, HEAD + 8, document.maker(), document.title(), running.get(i));
            page.rule(SIDE, HEAD + 13, WIDTH, Palette.PAPER.axis());
            page.rule(SIDE, FOOT - 9, WIDTH, Palette.PAPER.axis());
            String number =
                    texts.of("page", Integer.toString(i + 1), Integer.toString(pages.size()));
            line(page, FOOT, document.foot().left(), document.foot().middle(), number);
            page.close();
        }
    }

    private void line(PdfCanvas page, double baseline, String left, String middle, String right) {
        Text first = Lines.of(Text.muted(left), WIDTH / 3, SMALL, fonts).getFirst();
        Text last = Lines.of(Text.muted(right), WIDTH / 2, SMALL, fonts).getFirst();
        double start = fonts.width(first, SMALL);
        double end = WIDTH - fonts.width(last, SMALL);
        page.text(first, SIDE, baseline, SMALL);
        page.text(last, SIDE + end, baseline, SMALL);
        Text centre = Lines.of(Text.muted(middle), end - start - 20, SMALL, fonts).getFirst();
        double width = fonts.width(centre, SMALL);
        double at = Math.clamp((WIDTH - width) / 2, start + 10, end - 10 - width);
        page.text(centre, SIDE + at, baseline, SMALL);
    }
}
