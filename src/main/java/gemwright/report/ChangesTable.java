package gemwright.report;

import gemwright.drift.ColumnReport;
import gemwright.drift.Distribution;
import gemwright.drift.DriftReport;
import gemwright.drift.Kind;
import gemwright.drift.TestResult;
import gemwright.drift.Verdict;
import gemwright.report.Block.Cell;
import gemwright.report.Block.Column;
import gemwright.report.Block.Row;
import gemwright.report.Text.Style;
import gemwright.report.chart.Chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// "What changed": the five columns that moved most, each with its shape, a sentence and its effect
/// beside the limit.
final class ChangesTable {
    private static final int SHOWN = 5;

    private final DriftReport report;
    private final Phrases phrases;

    ChangesTable(DriftReport report, Phrases phrases) {
        this.report = report;
        this.phrases = phrases;
    }

    List<Block> blocks() {
        List<ColumnReport> columns = report.ranked().stream().limit(SHOWN).toList();
        if (columns.isEmpty()) {
            return List.of();
        }
        Block heading =
                new Block.Heading(
                        Block.Level.SECTION, Text.strong(phrases.of("changed")), Text.NONE);
        Block legend = new Block.Legend(Text.muted(phrases.of("legend.medians")));
        Block table =
                new Block.Table(
                        List.of(
                                Column.words("", 92),
                                Column.words("", 118),
                                Column.words("", 208),
                                Column.words("", 86)),
                        columns.stream().map(this::row).toList());
        return List.of(heading, legend, table);
    }

    private Row row(ColumnReport column) {
        return Row.of(name(column), picture(column), Cell.of(sentence(column)), effect(column));
    }

    private Cell name(ColumnReport column) {
        Style style = column.verdict() == Verdict.DRIFTED ? Style.ALERT : Style.PLAIN;
        Text name =
                Text.NONE
                        .and(Phrases.sign(column.verdict()) + "\u00A0", style)
                        .and(column.name(), Style.STRONG);
        return Cell.of(name, Text.muted(phrases.of("role." + column.role().word())));
    }

    private static Cell picture(ColumnReport column) {
        return switch (column.distribution()) {
            case Distribution.None _ -> Cell.of("");
            case Distribution.Histogram histogram ->
                    Cell.of(
                            new Chart.SmallHistogram(histogram, Phrases.middles(column)),
                            26,
                            Text.NONE);
            case Distribution.Bars bars -> Cell.of(new Chart.SmallBars(bars), 24, Text.NONE);
        };
    }

    private Text sentence(ColumnReport column) {
        Text text = column.kind() == Kind.NUMERIC ? numbers(column) : categories(column);
        for (String finding : phrases.findings(column)) {
            text = text.and(" " + finding + phrases.of("stop").strip(), Style.PLAIN);
        }
        boolean calm = column.verdict() == Verdict.STABLE;
        return calm ? text.and(" ", Style.PLAIN).and(phrases.marked("changed.below")) : text;
    }

    private Text numbers(ColumnReport column) {
        String medians = Phrases.medians(column).orElse("–");
        Optional<String> direction = phrases.direction(column);
        boolean still = column.shift().isEmpty() || Math.abs(column.shift().getAsDouble()) < 0.02;
        Text text =
                still || direction.isEmpty()
                        ? phrases.marked("changed.shape", medians)
                        : phrases.marked(
                                "changed.median",
                                capital(direction.get()),
                                medians,
                                Phrases.change(move(column)));
        double outside = column.outside().orElse(0);
        return outside >= 0.001
                ? text.and(" ", Style.PLAIN)
                        .and(phrases.marked("changed.outside", Phrases.percent(outside)))
                : text;
    }

    private static double move(ColumnReport column) {
        return column.current().spread().orElseThrow().median()
                - column.reference().spread().orElseThrow().median();
    }

    private Text categories(ColumnReport column) {
        Text text = phrases.marked("changed.categories", Phrases.moved(column));
        return mostMoved(column)
                .map(
                        bar ->
                                text.and(" ", Style.PLAIN)
                                        .and(
                                                phrases.marked(
                                                        "changed.most",
                                                        bar.category(),
                                                        Phrases.percentExactly(bar.reference()),
                                                        Phrases.percentExactly(bar.current()))))
                .orElse(text);
    }

    private static Optional<Distribution.Bar> mostMoved(ColumnReport column) {
        return column.distribution() instanceof Distribution.Bars bars
                ? bars.bars().stream()
                        .limit(bars.bars().size() - (bars.others() > 0 ? 1 : 0))
                        .max(Comparator.comparingDouble(b -> Math.abs(b.current() - b.reference())))
                : Optional.empty();
    }

    private Cell effect(ColumnReport column) {
        if (column.decisive().isEmpty()) {
            return Cell.of("");
        }
        TestResult test = column.decisive().get();
        String words =
                phrases.of(
                        "changed.limit",
                        Phrases.statistic(test),
                        Phrases.limit(test.threshold().limit()));
        return Cell.of(new Chart.Effect(column.effect(), column.verdict()), 13, Text.plain(words));
    }

    static String capital(String words) {
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(java.util.Locale.ROOT)
                + words.substring(first);
    }
}
