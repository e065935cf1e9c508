package gemwright.report;

import gemwright.drift.ColumnReport;
import gemwright.drift.DriftReport;
import gemwright.drift.Series;
import gemwright.drift.Timeline;
import gemwright.report.Block.Cell;
import gemwright.report.Block.Column;
import gemwright.report.Block.Row;
import gemwright.report.chart.Chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// "Since when": the windows of what moved most, of the confidence and of the performance, over one
/// time axis.
final class SinceTable {
    private static final int STRIPS = 3;
    private static final double STRIP = 30;

    private final DriftReport report;
    private final Phrases phrases;

    SinceTable(DriftReport report, Phrases phrases) {
        this.report = report;
        this.phrases = phrases;
    }

    List<Block> blocks() {
        boolean windows = report.timeline().isPresent();
        Block heading =
                new Block.Heading(
                        Block.Level.SECTION,
                        Text.strong(phrases.of("since")),
                        Text.muted(windows ? phrases.of("since.aside") : ""));
        if (!windows) {
            Text none = phrases.marked("since.none");
            return List.of(heading, new Block.Paragraph(Block.Size.BODY, none));
        }
        List<Column> columns =
                List.of(Column.words("", 84), Column.words("", 296), Column.words("", 124));
        return List.of(heading, new Block.Table(columns, rows(report.timeline().get())));
    }

    private List<Row> rows(Timeline timeline) {
        List<Series> strips = new ArrayList<>();
        for (ColumnReport column : report.ranked()) {
            if (strips.size() < STRIPS) {
                timeline.feature(column.name()).ifPresent(strips::add);
            }
        }
        Optional<Series> quality = timeline.performance().or(timeline::estimate);
        String words = timeline.performance().isPresent() ? "since.accuracy" : "since.estimate";
        boolean performance = quality.isPresent();
        boolean confidence = timeline.confidence().isPresent();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < strips.size(); i++) {
            boolean last = i == strips.size() - 1 && !performance && !confidence;
            Series series = strips.get(i);
            rows.add(row(timeline, series, series.name(), phrases.of("since.distance"), last));
        }
        timeline.confidence()
                .ifPresent(
                        series ->
                                rows.add(
                                        row(
                                                timeline,
                                                series,
                                                phrases.of("since.confidence"),
                                                phrases.of("since.confidence.unit"),
                                                !performance)));
        quality.ifPresent(
                series ->
                        rows.add(
                                row(
                                        timeline,
                                        series,
                                        phrases.of(words),
                                        phrases.of(words + ".unit"),
                                        true)));
        return rows;
    }

    /// The last row carries the time axis.
    private Row row(Timeline timeline, Series series, String name, String unit, boolean last) {
        Chart chart =
                last
                        ? new Chart.Trend(series, timeline.windows(), "", true)
                        : new Chart.Strip(series, timeline.windows(), true);
        return Row.of(
                Cell.of(Text.strong(name), Text.muted(unit)),
                Cell.of(chart, last ? 62 : STRIP, Text.NONE),
                Cell.of(outside(timeline, series), phrases.change(timeline, series)));
    }

    private Text outside(Timeline timeline, Series series) {
        int count = series.outsideCount();
        int windows = timeline.windows().size() - timeline.referenceWindows();
        String words =
                phrases.of(
                        "since.outside",
                        count > 0 ? "◆" : "○",
                        Phrases.count(count),
                        Phrases.count(windows));
        return count >= 3 ? Text.alert(words) : Text.plain(words);
    }
}
