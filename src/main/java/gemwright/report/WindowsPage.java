package gemwright.report;

import gemwright.drift.Series;
import gemwright.drift.Timeline;
import gemwright.report.Block.Cell;
import gemwright.report.Block.Column;
import gemwright.report.Block.Row;
import gemwright.report.chart.Chart;

import java.util.ArrayList;
import java.util.List;

/// Every window with its rows, its confidence and its performance.
final class WindowsPage {
    private static final double CHART = 110;

    private final Timeline timeline;
    private final Phrases phrases;

    WindowsPage(Timeline timeline, Phrases phrases) {
        this.timeline = timeline;
        this.phrases = phrases;
    }

    Document.Section section() {
        String name = phrases.of("time");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(Block.Level.PAGE, Text.strong(name), Text.NONE));
        blocks.add(new Block.Paragraph(Block.Size.BODY, Text.plain(phrases.of("time.lead"))));
        timeline.performance().ifPresent(s -> blocks.add(figure(s, "time.performance")));
        timeline.estimate().ifPresent(s -> blocks.add(figure(s, "time.estimate")));
        timeline.confidence().ifPresent(s -> blocks.add(figure(s, "time.confidence")));
        blocks.add(new Block.Table(columns(), rows()));
        return new Document.Section(name, blocks);
    }

    private Block.Figure figure(Series series, String caption) {
        return new Block.Figure(
                new Chart.Trend(series, timeline.windows(), "", true),
                CHART,
                Text.strong(phrases.of(caption)));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.numbers(phrases.of("time.number"), 24));
        columns.add(Column.words(phrases.of("time.period"), 200));
        columns.add(Column.numbers(phrases.of("time.rows"), 60));
        timeline.performance()
                .ifPresent(s -> columns.add(Column.numbers(phrases.of("since.accuracy"), 90)));
        timeline.estimate()
                .ifPresent(s -> columns.add(Column.numbers(phrases.of("since.estimate"), 90)));
        timeline.confidence()
                .ifPresent(s -> columns.add(Column.numbers(phrases.of("since.confidence"), 90)));
        return columns;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < timeline.windows().size(); i++) {
            Timeline.Window window = timeline.windows().get(i);
            if (i == 0 || i == timeline.referenceWindows()) {
                String key = window.reference() ? "time.reference" : "time.current";
                rows.add(Row.title(phrases.of(key)));
            }
            rows.add(row(i, window));
        }
        return rows;
    }

    private Row row(int number, Timeline.Window window) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(Phrases.count(number + 1)));
        String from = phrases.day(window.from());
        String to = phrases.day(window.to());
        cells.add(Cell.of(from.equals(to) ? phrases.hours(window) : from + " – " + to));
        cells.add(Cell.of(Phrases.count(window.rows())));
        timeline.performance().ifPresent(s -> cells.add(value(s, number)));
        timeline.estimate().ifPresent(s -> cells.add(value(s, number)));
        timeline.confidence().ifPresent(s -> cells.add(value(s, number)));
        return new Row(cells, false);
    }

    private static Cell value(Series series, int window) {
        String words = Phrases.score(series.values().get(window));
        return Cell.of(series.outside(window) ? Text.alert("◆ " + words) : Text.plain(words));
    }
}
