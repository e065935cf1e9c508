package gemwright.report;

import gemwright.base.Texts;
import gemwright.report.chart.Chart;
import gemwright.report.chart.ChartFonts;
import gemwright.report.chart.ChartStyle;
import gemwright.report.chart.Charts;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Writes a [Document] as one HTML page that needs nothing else: no script, no picture, no font, no
/// address. Charts are vectors, the text can be selected, and it prints section by section.
public final class HtmlRenderer {
    /// The width that charts are laid out for, in points: that of the PDF's page.
    private static final double WIDTH = 504;

    private static final double GAP = 16;

    private final Document document;
    private final Texts texts;
    private final ChartStyle style;
    private final Charts charts;
    private final SvgCanvas canvas = new SvgCanvas();
    private final StringBuilder html = new StringBuilder(1 << 16);

    private HtmlRenderer(Document document) {
        ChartFonts.register();
        this.document = document;
        this.texts = Texts.of("gemwright.report.texts", document.language());
        this.style = ChartStyle.paper(document.language(), ZoneOffset.UTC);
        this.charts = new Charts(style);
    }

    /// The document as one page of HTML.
    public static String render(Document document) {
        HtmlRenderer renderer = new HtmlRenderer(document);
        renderer.page();
        return renderer.html.toString();
    }

    private void page() {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(document.language().toLanguageTag())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width,"
                                + " initial-scale=1\">\n");
        element("title", "", document.maker() + " · " + document.title());
        html.append("<style>\n").append(styleSheet()).append("</style>\n</head>\n<body>\n<header>");
        element("span", "", document.maker());
        element("strong", "", document.title());
        element("span", "", document.period());
        html.append("</header>\n<nav>");
        List<Document.Section> sections = document.sections();
        for (int i = 0; i < sections.size(); i++) {
            html.append("<a href=\"#part-").append(i + 1).append("\">");
            html.append(HtmlText.escape(sections.get(i).bookmark())).append("</a>");
        }
        html.append("</nav>\n<main>\n");
        for (int i = 0; i < sections.size(); i++) {
            html.append("<section id=\"part-").append(i + 1).append("\">\n");
            sections.get(i).blocks().forEach(block -> block(block, WIDTH));
            html.append("</section>\n");
        }
        html.append("</main>\n<footer>");
        element("span", "", document.foot().left());
        element("span", "", document.foot().middle());
        html.append("</footer>\n</body>\n</html>\n");
    }

    private static String styleSheet() {
        try (InputStream file = HtmlRenderer.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(file, "report.css").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void block(Block block, double width) {
        switch (block) {
            case Block.Headline(Text text) -> element("h1", "", text);
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph(Block.Size size, Text text) ->
                    element("p", size.name().toLowerCase(Locale.ROOT), text);
            case Block.Legend(Text more) -> legend(more);
            case Block.Table table -> table(table, width);
            case Block.Figure(Chart chart, double height, Text caption) -> {
                html.append("<figure>");
                if (!caption.isEmpty()) {
                    element("figcaption", "", caption);
                }
                chart(chart, width, height, caption.words());
                html.append("</figure>\n");
            }
            case Block.Beside(List<Block> left, List<Block> right) -> {
                double half = (width - GAP) / 2;
                html.append("<div class=\"beside\"><div>");
                left.forEach(part -> block(part, half));
                html.append("</div><div>");
                right.forEach(part -> block(part, half));
                html.append("</div></div>\n");
            }
            case Block.Together(List<Block> blocks) -> {
                html.append("<div class=\"together\">");
                blocks.forEach(part -> block(part, width));
                html.append("</div>\n");
            }
        }
    }

    private void heading(Block.Heading heading) {
        String tag =
                switch (heading.level()) {
                    case PAGE -> "h2";
                    case SECTION -> "h3";
                    case ITEM -> "h4";
                };
        html.append('<').append(tag).append('>').append(HtmlText.of(heading.text()));
        if (!heading.aside().isEmpty()) {
            html.append(" <small>").append(HtmlText.of(heading.aside())).append("</small>");
        }
        html.append("</").append(tag).append(">\n");
    }

    private void legend(Text more) {
        html.append("<p class=\"legend\">");
        patch(false, texts.of("legend.reference"));
        patch(true, texts.of("legend.current"));
        html.append(HtmlText.of(more)).append("</p>\n");
    }

    private void patch(boolean current, String name) {
        Shape patch = new Rectangle2D.Double(0.5, 0.5, 11, 5);
        html.append(canvas.draw(12, 6, name, g -> Charts.patch(g, patch, style, current)))
                .append(' ')
                .append(HtmlText.escape(name))
                .append(' ');
    }

    private void table(Block.Table table, double width) {
        double all = table.columns().stream().mapToDouble(Block.Column::width).sum();
        html.append("<table>\n<colgroup>");
        for (Block.Column column : table.columns()) {
            html.append(
                    String.format(
                            Locale.ROOT,
                            "<col style=\"width:%.2f%%\">",
                            column.width() / all * 100));
        }
        html.append("</colgroup>\n");
        if (table.columns().stream().anyMatch(column -> !column.header().isEmpty())) {
            html.append("<thead><tr>");
            for (Block.Column column : table.columns()) {
                element("th", column.right() ? "number" : "", column.header());
            }
            html.append("</tr></thead>\n");
        }
        html.append("<tbody>\n");
        table.rows().forEach(row -> row(table, row, width / all));
        html.append("</tbody>\n</table>\n");
    }

    private void row(Block.Table table, Block.Row row, double unit) {
        html.append("<tr>");
        for (int i = 0; i < row.cells().size(); i++) {
            Block.Column column = table.columns().get(i);
            if (row.title()) {
                html.append("<th class=\"group\" colspan=\"")
                        .append(table.columns().size())
                        .append("\">");
            } else {
                html.append(column.right() ? "<td class=\"number\">" : "<td>");
            }
            row.cells().get(i).contents().forEach(part -> content(part, column.width() * unit));
            html.append(row.title() ? "</th>" : "</td>");
        }
        html.append("</tr>\n");
    }

    private void content(Block.Content content, double width) {
        switch (content) {
            case Block.Content.Line(Text text) -> element("div", "", text);
            case Block.Content.Drawing(Chart chart, double height) ->
                    chart(chart, width, height, "");
        }
    }

    private void chart(Chart chart, double width, double height, String spoken) {
        html.append(
                canvas.draw(
                        width,
                        height,
                        spoken,
                        g ->
                                charts.of(chart)
                                        .draw(g, new Rectangle2D.Double(0, 0, width, height))));
    }

    private void element(String tag, String kind, String words) {
        element(tag, kind, Text.plain(words));
    }

    private void element(String tag, String kind, Text words) {
        html.append('<').append(tag);
        if (!kind.isEmpty()) {
            html.append(" class=\"").append(kind).append('"');
        }
        html.append('>').append(HtmlText.of(words)).append("</").append(tag).append(">\n");
    }
}
