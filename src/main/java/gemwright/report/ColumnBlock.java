package gemwright.report;

import gemwright.drift.ColumnReport;
import gemwright.drift.CurveGap;
import gemwright.drift.Distribution;
import gemwright.drift.DriftReport;
import gemwright.drift.Evidence;
import gemwright.drift.Kind;
import gemwright.drift.Series;
import gemwright.drift.Spread;
import gemwright.drift.Summary;
import gemwright.drift.TestResult;
import gemwright.drift.Verdict;
import gemwright.report.Block.Cell;
import gemwright.report.Block.Column;
import gemwright.report.Block.Row;
import gemwright.report.chart.Chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// All about one column: its shape on both sides, its windows, its figures, and what each statistic
/// means here.
final class ColumnBlock {
    private static final double CHART = 88;
    private static final double WINDOWS = 46;

    private final ColumnReport column;
    private final DriftReport report;
    private final Phrases phrases;

    ColumnBlock(ColumnReport column, DriftReport report, Phrases phrases) {
        this.column = column;
        this.report = report;
        this.phrases = phrases;
    }

    Block block() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(heading());
        switch (column.distribution()) {
            case Distribution.None _ -> {}
            case Distribution.Histogram histogram -> blocks.add(numbers(histogram));
            case Distribution.Bars bars -> blocks.add(categories(bars));
        }
        blocks.add(statistics());
        return new Block.Together(blocks);
    }

    private Block heading() {
        boolean alert = column.verdict() == Verdict.DRIFTED;
        String name = Phrases.sign(column.verdict()) + " " + column.name();
        String what =
                phrases.direction(column)
                        .orElseGet(() -> phrases.of("columns.category", Phrases.moved(column)));
        String verdict = phrases.of("verdict." + column.verdict().word());
        Text text =
                (alert ? Text.alert(name) : Text.strong(name))
                        .and("  " + phrases.of("block.verdict", verdict, what), Text.Style.PLAIN);
        String role = phrases.of("role." + column.role().word());
        Text aside = Text.muted(role + change().map(words -> " · " + words).orElse(""));
        return new Block.Heading(Block.Level.ITEM, text, aside);
    }

    private Optional<String> change() {
        return series().flatMap(Series::change)
                .map(
                        change ->
                                change.real()
                                        ? phrases.of(
                                                "block.change",
                                                phrases.day(
                                                        report.timeline()
                                                                .orElseThrow()
                                                                .windows()
                                                                .get(change.window())
                                                                .from()),
                                                Phrases.p(change.pValue()))
                                        : phrases.of("block.noChange", Phrases.p(change.pValue())));
    }

    private Optional<Series> series() {
        return report.timeline().flatMap(t -> t.feature(column.name()));
    }

    private Block numbers(Distribution.Histogram histogram) {
        int bins = histogram.reference().size();
        String caption =
                histogram.outside() == 0
                        ? phrases.of("block.bins", Phrases.count(bins))
                        : phrases.of(
                                "block.beyond",
                                Phrases.count(bins),
                                Phrases.count(histogram.outside()));
        List<Block> left = new ArrayList<>();
        left.add(
                new Block.Figure(
                        new Chart.Histogram(
                                histogram, Printable.of(column.name()), Phrases.middles(column)),
                        CHART,
                        Text.muted(caption)));
        windows().ifPresent(left::add);
        List<Block> right = new ArrayList<>();
        if (histogram.tenths().reference().size() > 1) {
            right.add(
                    new Block.Figure(
                            new Chart.Tenths(histogram.tenths()),
                            CHART,
                            Text.muted(phrases.of("block.tenths"))));
        }
        if (column.reference().spread().isPresent() && column.current().spread().isPresent()) {
            right.add(quantiles());
        }
        right.add(new Block.Paragraph(Block.Size.NOTE, Text.plain(rows())));
        return new Block.Beside(left, right);
    }

    private Optional<Block> windows() {
        return series().map(
                        series ->
                                new Block.Figure(
                                        new Chart.Trend(
                                                series,
                                                report.timeline().orElseThrow().windows(),
                                                "",
                                                true),
                                        WINDOWS,
                                        Text.muted(phrases.of("block.windows"))));
    }

    private Block.Table quantiles() {
        Spread first = column.reference().spread().orElseThrow();
        Spread second = column.current().spread().orElseThrow();
        List<ToDoubleFunction<Spread>> figures =
                List.of(
                        Spread::min,
                        s -> s.quantile(0.05),
                        s -> s.quantile(0.25),
                        Spread::median,
                        s -> s.quantile(0.75),
                        s -> s.quantile(0.95),
                        Spread::max);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("", 46));
        for (String header :
                List.of(
                        phrases.of("block.min"),
                        "5\u00A0%",
                        "25\u00A0%",
                        phrases.of("block.median"),
                        "75\u00A0%",
                        "95\u00A0%",
                        phrases.of("block.max"))) {
            boolean word = header.length() > 5; // "median" in one line
            columns.add(Column.numbers(header, word ? 36 : 30));
        }
        return new Block.Table(
                columns,
                List.of(
                        values(
                                phrases.of("legend.reference"),
                                figures,
                                f -> Phrases.value(f.applyAsDouble(first))),
                        values(
                                phrases.of("legend.current"),
                                figures,
                                f -> Phrases.value(f.applyAsDouble(second))),
                        values(
                                phrases.of("block.change.column"),
                                figures,
                                f ->
                                        Phrases.change(
                                                f.applyAsDouble(second)
                                                        - f.applyAsDouble(first)))));
    }

    private static Row values(
            String name,
            List<ToDoubleFunction<Spread>> figures,
            java.util.function.Function<ToDoubleFunction<Spread>, String> value) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(Text.muted(name)));
        figures.forEach(f -> cells.add(Cell.of(value.apply(f))));
        return new Row(cells, false);
    }

    private String rows() {
        Summary first = column.reference();
        Summary second = column.current();
        if (column.kind() != Kind.NUMERIC) {
            return phrases.of(
                    "block.rows.categories",
                    Phrases.count(first.rows()),
                    Phrases.count(second.rows()),
                    Phrases.count(first.missing()),
                    Phrases.count(second.missing()),
                    Phrases.count(first.distinct()),
                    Phrases.count(second.distinct()));
        }
        return phrases.of(
                "block.rows",
                Phrases.count(first.rows()),
                Phrases.count(second.rows()),
                Phrases.count(first.missing()),
                Phrases.count(second.missing()),
                Phrases.value(first.spread().map(Spread::mean).orElse(Double.NaN)),
                Phrases.value(second.spread().map(Spread::mean).orElse(Double.NaN)),
                Phrases.count(first.distinct()),
                Phrases.count(second.distinct()));
    }

    private Block categories(Distribution.Bars bars) {
        List<Block> left = new ArrayList<>();
        double height = 22 + 15.0 * bars.bars().size();
        left.add(
                new Block.Figure(
                        new Chart.CategoryBars(bars),
                        height,
                        Text.muted(phrases.of("block.categories"))));
        List<Block> right = new ArrayList<>();
        right.add(shares(bars));
        right.add(new Block.Paragraph(Block.Size.NOTE, Text.plain(rows())));
        windows().ifPresent(right::add);
        return new Block.Beside(left, right);
    }

    private Block.Table shares(Distribution.Bars bars) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < bars.bars().size(); i++) {
            Distribution.Bar bar = bars.bars().get(i);
            boolean others = bars.others() > 0 && i == bars.bars().size() - 1;
            String name =
                    others
                            ? phrases.of("block.others", Phrases.count(bars.others()))
                            : bar.category();
            double points = 100 * (bar.current() - bar.reference());
            String sign = points > 0 ? "+" : points < 0 ? "−" : "";
            rows.add(
                    Row.of(
                            Cell.of(name),
                            Cell.of(Phrases.count(bar.referenceRows())),
                            Cell.of(Phrases.count(bar.currentRows())),
                            Cell.of(
                                    phrases.of(
                                            "block.points",
                                            sign
                                                    + String.format(
                                                            java.util.Locale.ROOT,
                                                            "%.1f",
                                                            Math.abs(points))))));
        }
        return new Block.Table(
                List.of(
                        Column.words(phrases.of("block.category"), 92),
                        Column.numbers(phrases.of("block.referenceRows"), 52),
                        Column.numbers(phrases.of("block.currentRows"), 50),
                        Column.numbers(phrases.of("block.change.column"), 50)),
                rows);
    }

    private Block.Table statistics() {
        List<Row> rows = new ArrayList<>();
        column.decisive()
                .ifPresent(
                        t ->
                                rows.add(
                                        statistic(
                                                "block.effect",
                                                t,
                                                phrases.of(
                                                        "columns.limit",
                                                        Phrases.limit(t.threshold().limit())),
                                                meaning(t))));
        column.evidence().ifPresent(e -> rows.add(evidence(e)));
        column.distance()
                .filter(
                        d ->
                                column.decisive()
                                        .map(t -> !t.method().equals(d.method()))
                                        .orElse(true))
                .ifPresent(
                        t ->
                                rows.add(
                                        statistic(
                                                "block.distance",
                                                t,
                                                phrases.of("block.notDecisive"),
                                                meaning(t))));
        for (String finding : phrases.findings(column)) {
            rows.add(
                    Row.of(
                            Cell.of(Text.muted(phrases.of("block.findings"))),
                            Cell.of(""),
                            Cell.of(""),
                            Cell.of(finding + phrases.of("stop").strip())));
        }
        return new Block.Table(
                List.of(
                        Column.words("", 42),
                        Column.words("", 64),
                        Column.words("", 54),
                        Column.words("", 344)),
                rows);
    }

    private Row evidence(Evidence evidence) {
        String p =
                phrases.of(
                        "block.p",
                        Phrases.p(
                                evidence.adjusted()
                                        .orElse(
                                                Phrases.pValue(evidence.test())
                                                        .orElse(Double.NaN))));
        return statistic("block.test", evidence.test(), p, meaning(evidence.test()));
    }

    private Row statistic(String key, TestResult test, String beside, String meaning) {
        String value =
                Phrases.symbol(test.method())
                        + "\u00A0"
                        + Phrases.statisticValue(Phrases.ownStatistic(test));
        return Row.of(
                Cell.of(Text.muted(phrases.of(key))),
                Cell.of(Text.strong(value)),
                Cell.of(beside),
                Cell.of(meaning));
    }

    private String meaning(TestResult test) {
        double score = test.outcome().score();
        return switch (test.method()) {
            case "psi" -> phrases.of("block.psi");
            case "jensenshannon" -> phrases.of("block.jensenshannon");
            case "ks" -> column.gap().map(this::gap).orElse("");
            case "chisquare" -> phrases.of("block.chisquare");
            case "wasserstein" -> phrases.of("block.wasserstein", Phrases.score(score));
            case "TVD" -> phrases.of("block.TVD", Phrases.percent(score));
            default -> phrases.of("block.method");
        };
    }

    private String gap(CurveGap gap) {
        return phrases.of(
                "block.ks",
                Phrases.value(gap.value()),
                Phrases.percent(gap.reference()),
                Phrases.percent(gap.current()));
    }
}
