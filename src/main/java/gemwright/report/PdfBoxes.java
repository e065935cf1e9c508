package gemwright.report;

import gemwright.report.chart.ChartStyle;
import gemwright.report.chart.Charts;
import gemwright.report.chart.Palette;

import java.util.ArrayList;
import java.util.List;

/// Lays out blocks: gives each the boxes that it needs at a width.
final class PdfBoxes {
    /// Height of a line as a multiple of the size of its letters.
    static final double LEADING = 1.42;

    private static final double GAP = 16;
    private static final double TABLE = 7.6;
    private static final double HEADER = 7;
    private static final double PADDING = 6;

    private final PdfFonts fonts;
    private final Charts charts;
    private final LegendKeys keys;

    PdfBoxes(PdfFonts fonts, ChartStyle style) {
        this.fonts = fonts;
        this.charts = new Charts(style);
        this.keys = new LegendKeys(style);
    }

    /// One thing the page breaker places.
    ///
    /// @param header repeated on top of a page that the piece is moved to; empty but for rows
    /// @param keepWithNext whether it must not stand last on a page
    record Piece(Box box, List<Box> header, boolean keepWithNext) {}

    /// The pieces of a block, from the top.
    List<Piece> pieces(Block block, double width) {
        return switch (block) {
            case Block.Table table -> table(table, width);
            case Block.Heading heading ->
                    List.of(new Piece(heading(heading, width), List.of(), true));
            case Block.Headline _,
                    Block.Paragraph _,
                    Block.Legend _,
                    Block.Figure _,
                    Block.Beside _,
                    Block.Together _ ->
                    List.of(new Piece(box(block, width), List.of(), false));
        };
    }

    private Box box(Block block, double width) {
        return switch (block) {
            case Block.Headline(Text text) -> words(text, width, 22, 1.3, 1);
            case Block.Heading heading -> heading(heading, width);
            case Block.Paragraph(Block.Size size, Text text) -> paragraph(size, text, width);
            case Block.Legend(Text more) -> keys.box(more, fonts);
            case Block.Table table ->
                    Box.stack(table(table, width).stream().map(Piece::box).toList());
            case Block.Figure figure -> figure(figure, width);
            case Block.Beside(List<Block> left, List<Block> right) -> beside(left, right, width);
            case Block.Together(List<Block> blocks) -> together(blocks, width);
        };
    }

    private Box together(List<Block> blocks, double width) {
        return Box.stack(blocks.stream().map(block -> box(block, width)).toList());
    }

    private Box beside(List<Block> left, List<Block> right, double width) {
        double half = (width - GAP) / 2;
        Box first = together(left, half);
        Box second = together(right, half);
        return Box.of(
                Math.max(first.height(), second.height()),
                (canvas, x, top) -> {
                    first.draw(canvas, x, top);
                    second.draw(canvas, x + half + GAP, top);
                });
    }

    private Box paragraph(Block.Size size, Text text, double width) {
        return switch (size) {
            case LEAD -> words(text, width, 10, LEADING, 4);
            case BODY -> words(text, width, 8.2, LEADING, 3);
            case NOTE -> words(text, width, 7, LEADING, 2);
        };
    }

    private Box words(Text text, double width, double size, double leading, double below) {
        List<Text> lines = Lines.of(text, width, size, fonts);
        double line = size * leading;
        return Box.of(
                lines.size() * line + below,
                (canvas, x, top) -> {
                    for (int i = 0; i < lines.size(); i++) {
                        canvas.text(lines.get(i), x, top + i * line + baseline(size, line), size);
                    }
                });
    }

    private static double baseline(double size, double line) {
        return (line - size) / 2 + size * 0.86;
    }

    private Box heading(Block.Heading heading, double width) {
        return switch (heading.level()) {
            case PAGE -> heading(heading, width, 14, 4, 3);
            case SECTION -> heading(heading, width, 10.5, 9, 3);
            case ITEM -> {
                Box words = heading(heading, width, 10.5, 4, 2);
                yield Box.of(
                        words.height(),
                        (canvas, x, top) -> {
                            canvas.rule(x, top + 2, width, Palette.PAPER.muted());
                            words.draw(canvas, x, top);
                        });
            }
        };
    }

    private Box heading(
            Block.Heading heading, double width, double size, double above, double below) {
        double own = fonts.width(heading.text(), size);
        double room = width - own - 10;
        double line = size * 1.36;
        boolean inLine = room > 60 && fonts.width(heading.aside(), HEADER) <= room;
        Box name = words(heading.text(), width, size, 1.36, 0);
        Box aside =
                heading.aside().isEmpty()
                        ? Box.space(0)
                        : words(heading.aside(), inLine ? room : width, HEADER, LEADING, 0);
        double height = above + name.height() + (inLine ? 0 : aside.height()) + below;
        return Box.of(
                height,
                (canvas, x, top) -> {
                    name.draw(canvas, x, top + above);
                    double offset = baseline(size, line) - baseline(HEADER, HEADER * LEADING);
                    aside.draw(
                            canvas,
                            inLine ? x + own + 10 : x,
                            top + above + (inLine ? offset : name.height()));
                });
    }

    private Box figure(Block.Figure figure, double width) {
        Box caption =
                figure.caption().isEmpty()
                        ? Box.space(0)
                        : words(figure.caption(), width, HEADER, LEADING, 0);
        return Box.of(
                caption.height() + figure.height() + 3,
                (canvas, x, top) -> {
                    caption.draw(canvas, x, top);
                    canvas.chart(
                            charts.of(figure.chart()),
                            x,
                            top + caption.height(),
                            width,
                            figure.height());
                });
    }

    private List<Piece> table(Block.Table table, double width) {
        double[] widths = widths(table.columns(), width);
        List<Box> header = header(table.columns(), widths, width);
        List<Piece> pieces = new ArrayList<>();
        header.forEach(box -> pieces.add(new Piece(box, List.of(), true)));
        for (Block.Row row : table.rows()) {
            Box box = row.title() ? titleRow(row, width) : row(table.columns(), row, widths, width);
            pieces.add(new Piece(box, header, row.title()));
        }
        pieces.add(new Piece(Box.space(4), List.of(), false));
        return pieces;
    }

    private static double[] widths(List<Block.Column> columns, double width) {
        double all = columns.stream().mapToDouble(Block.Column::width).sum();
        return columns.stream().mapToDouble(c -> c.width() / all * width).toArray();
    }

    private List<Box> header(List<Block.Column> columns, double[] widths, double width) {
        if (columns.stream().allMatch(c -> c.header().isEmpty())) {
            return List.of();
        }
        double[] inner = inner(columns, widths);
        List<List<Text>> lines = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < widths.length; i++) {
            Text words = Text.muted(columns.get(i).header());
            lines.add(Lines.of(words, inner[i], HEADER, fonts));
            most = Math.max(most, lines.getLast().size());
        }
        double line = HEADER * 1.3;
        double height = most * line + 4;
        return List.of(
                Box.of(
                        height,
                        (canvas, x, top) -> {
                            double at = x;
                            for (int i = 0; i < widths.length; i++) {
                                double first = top + height - 3 - lines.get(i).size() * line;
                                lines(
                                        canvas,
                                        lines.get(i),
                                        at,
                                        first,
                                        HEADER,
                                        line,
                                        columns.get(i),
                                        inner[i]);
                                at += widths[i];
                            }
                            canvas.rule(x, top + height - 0.5, width, Palette.PAPER.text());
                        }));
    }

    /// The room for a cell's words: the last column ends at the edge, the others leave a gap to the
    /// next, a narrow one between numbers and a wide one between numbers and words.
    private static double[] inner(List<Block.Column> columns, double[] widths) {
        double[] inner = widths.clone();
        for (int i = 0; i < widths.length - 1; i++) {
            boolean numbers = columns.get(i).right();
            boolean next = columns.get(i + 1).right();
            inner[i] -= numbers && next ? 2.5 : numbers ? 10 : PADDING;
        }
        return inner;
    }

    private void lines(
            PdfCanvas canvas,
            List<Text> lines,
            double x,
            double top,
            double size,
            double line,
            Block.Column column,
            double width) {
        for (int i = 0; i < lines.size(); i++) {
            double indent = column.right() ? width - trimmed(lines.get(i), size) : 0;
            canvas.text(lines.get(i), x + indent, top + i * line + baseline(size, line), size);
        }
    }

    private double trimmed(Text line, double size) {
        String words = line.words();
        int spaces = words.length() - words.stripTrailing().length();
        return fonts.width(line, size) - spaces * fonts.advance(" ", 0, false) * size;
    }

    private Box titleRow(Block.Row row, double width) {
        Box words = cell(row.cells().getFirst(), Block.Column.words("", 1), width);
        return Box.of(
                words.height() + 5,
                (canvas, x, top) -> {
                    words.draw(canvas, x, top + 3);
                    canvas.rule(x, top + words.height() + 5, width, Palette.PAPER.axis());
                });
    }

    private Box row(List<Block.Column> columns, Block.Row row, double[] widths, double width) {
        double[] inner = inner(columns, widths);
        List<Box> cells = new ArrayList<>();
        double tallest = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(cell(row.cells().get(i), columns.get(i), inner[i]));
            tallest = Math.max(tallest, cells.getLast().height());
        }
        double height = tallest + 3.6;
        double middle = tallest / 2;
        return Box.of(
                height,
                (canvas, x, top) -> {
                    double at = x;
                    for (int i = 0; i < cells.size(); i++) {
                        double above = middle - cells.get(i).height() / 2;
                        cells.get(i).draw(canvas, at, top + 1.6 + above);
                        at += widths[i];
                    }
                    canvas.rule(x, top + height, width, PdfCanvas.RULE);
                });
    }

    private Box cell(Block.Cell cell, Block.Column column, double width) {
        List<Box> boxes = new ArrayList<>();
        for (Block.Content content : cell.contents()) {
            boxes.add(
                    switch (content) {
                        case Block.Content.Line(Text text) -> cellLine(text, column, width);
                        case Block.Content.Drawing drawing ->
                                Box.of(
                                        drawing.height(),
                                        (canvas, x, top) ->
                                                canvas.chart(
                                                        charts.of(drawing.chart()),
                                                        x,
                                                        top,
                                                        width,
                                                        drawing.height()));
                    });
        }
        return Box.stack(boxes);
    }

    private Box cellLine(Text text, Block.Column column, double width) {
        boolean muted =
                !text.isEmpty()
                        && text.spans().stream().allMatch(s -> s.style() == Text.Style.MUTED);
        double size = muted ? HEADER : TABLE;
        double line = size * 1.34;
        List<Text> lines = Lines.of(text, width, size, fonts);
        return Box.of(
                lines.size() * line,
                (canvas, x, top) -> lines(canvas, lines, x, top, size, line, column, width));
    }
}
