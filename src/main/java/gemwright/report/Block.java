package gemwright.report;

import gemwright.report.chart.Chart;

import java.util.List;

/// One piece of a page, as a value: what it says, not where it stands.
public sealed interface Block {
    /// The sentence that the page is about.
    record Headline(Text text) implements Block {}

    /// The name of a page or of a part of it.
    ///
    /// @param aside smaller words behind it, such as a legend
    record Heading(Level level, Text text, Text aside) implements Block {}

    /// How far down a heading stands.
    enum Level {
        PAGE,
        SECTION,
        /// A ruled heading over one column of the data.
        ITEM
    }

    /// Words.
    record Paragraph(Size size, Text text) implements Block {}

    /// How large words are.
    enum Size {
        LEAD,
        BODY,
        NOTE
    }

    /// What the two sides look like: the key of all charts.
    ///
    /// @param more signs explained behind it
    record Legend(Text more) implements Block {}

    /// Rows under a header that is repeated on every page it needs; a row is never split.
    record Table(List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// One column of a table.
    ///
    /// @param width its part of the whole width
    /// @param right whether cells end at the right, as numbers do
    record Column(String header, double width, boolean right) {
        public Column {
            header = Printable.of(header);
        }

        /// A column of words.
        static Column words(String header, double width) {
            return new Column(header, width, false);
        }

        /// A column of numbers.
        static Column numbers(String header, double width) {
            return new Column(header, width, true);
        }
    }

    /// One row.
    ///
    /// @param title whether its one cell names the rows below it
    record Row(List<Cell> cells, boolean title) {
        public Row {
            cells = List.copyOf(cells);
        }

        /// A row with that many cells.
        static Row of(Cell... cells) {
            return new Row(List.of(cells), false);
        }

        /// A row that names those below it.
        static Row title(String words) {
            return new Row(List.of(Cell.of(Text.muted(words))), true);
        }
    }

    /// What stands in a cell, from top to bottom.
    record Cell(List<Content> contents) {
        public Cell {
            contents = List.copyOf(contents);
        }

        /// One or more texts below each other.
        static Cell of(Text... lines) {
            return new Cell(
                    List.<Content>copyOf(
                            java.util.Arrays.stream(lines).map(Content.Line::new).toList()));
        }

        /// Plain words.
        static Cell of(String words) {
            return of(Text.plain(words));
        }

        /// A chart with words below it.
        static Cell of(Chart chart, double height, Text below) {
            Content drawing = new Content.Drawing(chart, height);
            return new Cell(
                    below.isEmpty() ? List.of(drawing) : List.of(drawing, new Content.Line(below)));
        }
    }

    /// One piece of a cell.
    sealed interface Content {
        /// Words.
        record Line(Text text) implements Content {}

        /// A chart as wide as the cell.
        ///
        /// @param height in points
        record Drawing(Chart chart, double height) implements Content {}
    }

    /// A chart of its own.
    ///
    /// @param caption above it
    /// @param height in points
    record Figure(Chart chart, double height, Text caption) implements Block {}

    /// Two columns side by side.
    record Beside(List<Block> left, List<Block> right) implements Block {
        public Beside {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /// Blocks that stay on one page.
    record Together(List<Block> blocks) implements Block {
        public Together {
            blocks = List.copyOf(blocks);
        }
    }
}
