package gemwright.report;

import gemwright.drift.ColumnReport;
import gemwright.drift.Distribution;
import gemwright.drift.DriftReport;
import gemwright.drift.Evidence;
import gemwright.drift.Kind;
import gemwright.drift.Rules;
import gemwright.drift.Series;
import gemwright.drift.TestResult;
import gemwright.drift.Timeline;
import gemwright.drift.Verdict;
import gemwright.report.Block.Cell;
import gemwright.report.Block.Column;
import gemwright.report.Block.Row;
import gemwright.report.chart.Chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of all columns, whatever their number: features, what the model answers, the rest, and
/// what could not be judged with its reason.
final class ColumnsPage {
    private static final double STRIP = 15;

    private final DriftReport report;
    private final Phrases phrases;

    ColumnsPage(DriftReport report, Phrases phrases) {
        this.report = report;
        this.phrases = phrases;
    }

    Document.Section section() {
        String name = phrases.of("columns");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(Block.Level.PAGE, Text.strong(name), Text.NONE));
        blocks.add(new Block.Paragraph(Block.Size.BODY, lead()));
        blocks.add(new Block.Table(columns(), rows()));
        if (!report.notJudged().isEmpty()) {
            blocks.add(unjudged());
        }
        String rows =
                phrases.of(
                        "columns.n",
                        Phrases.count(report.referenceRows()),
                        Phrases.count(report.currentRows()));
        blocks.add(new Block.Paragraph(Block.Size.BODY, Text.plain(rows)));
        return new Document.Section(name, blocks);
    }

    private Text lead() {
        List<String> drifted =
                report.with(Verdict.DRIFTED).stream().map(ColumnReport::name).toList();
        String sum =
                drifted.isEmpty()
                        ? phrases.of("columns.noneDrifted")
                        : phrases.of(
                                "columns.drifted",
                                Phrases.count(drifted.size()),
                                phrases.names(drifted, 8));
        String key = report.rules() == Rules.EVIDENTLY ? "columns.lead.evidently" : "columns.lead";
        return phrases.marked(
                key,
                Phrases.count(report.ranked().size()),
                Phrases.count(report.notJudged().size()),
                sum);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words(phrases.of("columns.column"), 96));
        columns.add(Column.words(phrases.of("columns.verdict"), 44));
        columns.add(Column.words(phrases.of("columns.direction"), 76));
        columns.add(Column.numbers(phrases.of("columns.effect"), 62));
        boolean plain = report.rules() == Rules.EVIDENTLY;
        columns.add(Column.numbers(phrases.of(plain ? "columns.pPlain" : "columns.p"), 48));
        columns.add(Column.numbers(phrases.of("columns.outside"), 52));
        columns.add(Column.numbers(phrases.of("columns.missing"), 50));
        report.timeline()
                .ifPresent(
                        t ->
                                columns.add(
                                        Column.words(
                                                phrases.of(
                                                        "columns.windows",
                                                        phrases.day(t.windows().getFirst().from()),
                                                        phrases.day(t.windows().getLast().to())),
                                                108)));
        return columns;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        group(rows, "columns.features", judged().filter(ColumnReport::feature).toList());
        group(rows, "columns.outputs", judged().filter(ColumnReport::output).toList());
        group(rows, "columns.others", judged().filter(c -> !c.feature() && !c.output()).toList());
        return rows;
    }

    private java.util.stream.Stream<ColumnReport> judged() {
        return report.ranked().stream();
    }

    private void group(List<Row> rows, String key, List<ColumnReport> columns) {
        if (columns.isEmpty()) {
            return;
        }
        rows.add(Row.title(phrases.of(key)));
        columns.forEach(column -> rows.add(row(column)));
    }

    private Row row(ColumnReport column) {
        List<Cell> cells = new ArrayList<>();
        cells.add(
                Cell.of(
                        Text.strong(column.name()),
                        Text.muted(phrases.of("kind." + column.kind().word()))));
        cells.add(Cell.of(phrases.verdict(column.verdict())));
        cells.add(direction(column));
        cells.add(effect(column));
        cells.add(Cell.of(pValue(column)));
        cells.add(Cell.of(outside(column)));
        cells.add(
                Cell.of(
                        Phrases.count(column.reference().missing())
                                + " → "
                                + Phrases.count(column.current().missing())));
        report.timeline().ifPresent(t -> cells.add(strip(t, column)));
        return new Row(cells, false);
    }

    private Cell direction(ColumnReport column) {
        if (column.kind() != Kind.NUMERIC) {
            return Cell.of(phrases.of("columns.category", Phrases.moved(column)));
        }
        Text direction = Text.plain(phrases.direction(column).orElse("–"));
        return Phrases.medians(column)
                .map(medians -> Cell.of(direction, Text.muted(medians)))
                .orElseGet(() -> Cell.of(direction));
    }

    private Cell effect(ColumnReport column) {
        if (column.decisive().isEmpty()) {
            return Cell.of("–");
        }
        TestResult test = column.decisive().get();
        return Cell.of(
                Text.plain(Phrases.statistic(test)),
                Text.muted(phrases.of("columns.limit", Phrases.limit(test.threshold().limit()))));
    }

    private static String pValue(ColumnReport column) {
        Optional<Double> adjusted =
                column.evidence()
                        .map(Evidence::adjusted)
                        .filter(a -> a.isPresent())
                        .map(a -> a.getAsDouble());
        Optional<Double> own =
                column.decisive()
                        .map(Phrases::pValue)
                        .filter(p -> p.isPresent())
                        .map(p -> p.getAsDouble());
        return adjusted.or(() -> own).map(Phrases::p).orElse("–");
    }

    private String outside(ColumnReport column) {
        if (column.outside().isPresent()) {
            return Phrases.percentExactly(column.outside().getAsDouble());
        }
        if (column.distribution() instanceof Distribution.Bars bars) {
            long fresh = bars.bars().stream().filter(Distribution.Bar::unseen).count();
            return phrases.of("columns.new", Phrases.count(fresh));
        }
        return "–";
    }

    private Cell strip(Timeline timeline, ColumnReport column) {
        Optional<Series> series = timeline.feature(column.name());
        if (series.isEmpty()) {
            return Cell.of("–");
        }
        String words =
                phrases.of(
                        "columns.ofWindows",
                        Phrases.count(series.get().outsideCount()),
                        Phrases.count(timeline.windows().size() - timeline.referenceWindows()));
        return Cell.of(
                new Chart.Strip(series.get(), timeline.windows(), false), STRIP, Text.muted(words));
    }

    private Block.Table unjudged() {
        List<Row> rows =
                report.notJudged().stream()
                        .map(
                                c ->
                                        Row.of(
                                                Cell.of(Text.strong(c.name())),
                                                Cell.of(phrases.of("role." + c.role().word())),
                                                Cell.of(
                                                        c.error()
                                                                .map(r -> r.in(phrases.language()))
                                                                .orElse("–"))))
                        .toList();
        return new Block.Table(
                List.of(
                        Column.words(phrases.of("columns.unjudged"), 140),
                        Column.words("", 80),
                        Column.words("", 284)),
                rows);
    }
}
