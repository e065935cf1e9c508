package gemwright.report;

import gemwright.drift.ColumnReport;
import gemwright.drift.Decision;
import gemwright.drift.DriftReport;
import gemwright.drift.Rule;
import gemwright.drift.RuleOutcome;
import gemwright.drift.Rules;
import gemwright.drift.Verdict;
import gemwright.report.Block.Cell;
import gemwright.report.Block.Column;
import gemwright.report.Block.Heading;
import gemwright.report.Block.Level;
import gemwright.report.Block.Paragraph;
import gemwright.report.Block.Row;
import gemwright.report.Block.Size;
import gemwright.report.Block.Table;
import gemwright.report.Text.Style;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The first page: what to do, because of what, since when, and what was compared.
final class DecisionPage {
    private static final int MOST_UNJUDGED = 5;

    private final DriftReport report;
    private final Provenance provenance;
    private final Phrases phrases;

    DecisionPage(DriftReport report, Provenance provenance, Phrases phrases) {
        this.report = report;
        this.provenance = provenance;
        this.phrases = phrases;
    }

    Document.Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Size.BODY, track()));
        String headline = new Lead(report, phrases).headline();
        boolean alert = report.decision() == Decision.RETRAIN;
        blocks.add(new Block.Headline(alert ? Text.alert(headline) : Text.strong(headline)));
        blocks.add(new Paragraph(Size.LEAD, new Lead(report, phrases).text()));
        if (report.rules() == Rules.RECOMMENDED) {
            blocks.add(rules());
            blocks.add(new Paragraph(Size.BODY, evidence()));
        }
        blocks.addAll(new ChangesTable(report, phrases).blocks());
        if (report.rules() == Rules.RECOMMENDED) {
            blocks.addAll(new SinceTable(report, phrases).blocks());
        }
        blocks.add(new Block.Beside(data(), unjudged()));
        return new Document.Section(headline, blocks);
    }

    private Text track() {
        if (report.rules() == Rules.EVIDENTLY) {
            return Text.muted(phrases.of("rules.evidently"));
        }
        Text track = Text.NONE;
        for (Decision stop : Decision.values()) {
            boolean here = stop == report.decision();
            String sign = !here ? "○" : stop == Decision.RETRAIN ? "◆" : "◇";
            String words = sign + " " + phrases.of("track." + stop.word());
            Style style =
                    !here ? Style.MUTED : stop == Decision.RETRAIN ? Style.ALERT : Style.STRONG;
            track = track.and(words, style);
            if (stop != Decision.RETRAIN) {
                track = track.and("  ───  ", Style.MUTED);
            }
        }
        return track;
    }

    private Table rules() {
        boolean windows = report.timeline().filter(t -> t.reliable()).isPresent();
        List<Column> columns =
                List.of(
                        Column.words(phrases.of("rule.header.rule"), 65),
                        Column.words(
                                phrases.of(windows ? "rule.header.windows" : "rule.header.whole"),
                                200),
                        Column.words(phrases.of("rule.header.observed"), 160),
                        Column.words(phrases.of("rule.header.result"), 79));
        List<Row> rows =
                report.outcomes().stream()
                        .sorted(Comparator.comparing(o -> !o.fired()))
                        .map(o -> rule(o, windows))
                        .toList();
        return new Table(columns, rows);
    }

    private Row rule(RuleOutcome outcome, boolean windows) {
        String letter = outcome.rule().letter();
        String name = phrases.of("rule." + letter);
        String when =
                outcome.rule() == Rule.FEATURES
                        ? phrases.of(windows ? "rule.F.windows" : "rule.F.whole")
                        : phrases.of("rule." + letter + ".when");
        String result =
                phrases.of(
                        "state."
                                + outcome.state()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'));
        Text alert =
                switch (outcome.state()) {
                    case RETRAIN -> Text.alert(result);
                    case WATCH -> Text.strong(result);
                    case EARLIER, NOT_FIRED, NOT_JUDGED -> Text.plain(result);
                };
        return Row.of(
                Cell.of(
                        switch (outcome.state()) {
                            case RETRAIN -> Text.alert(name);
                            case WATCH -> Text.strong(name);
                            case EARLIER, NOT_FIRED, NOT_JUDGED -> Text.plain(name);
                        }),
                Cell.of(when),
                Cell.of(observed(outcome)),
                Cell.of(alert));
    }

    private String observed(RuleOutcome outcome) {
        int count = outcome.columns().size();
        String names = phrases.names(outcome.columns(), 3);
        return switch (outcome.rule()) {
            case FEATURES -> phrases.of("rule.F.seen", count, names);
            case QUALITY -> phrases.of("rule.Q.seen", count, names);
            case PERFORMANCE ->
                    report.timeline()
                            .flatMap(t -> t.performance())
                            .map(phrases::band)
                            .orElseGet(this::expectedPerformance);
            case CONFIDENCE ->
                    report.timeline()
                            .flatMap(t -> t.confidence())
                            .map(phrases::band)
                            .orElseGet(() -> phrases.of("rule.C.missing"));
        };
    }

    private String expectedPerformance() {
        return report.timeline()
                .flatMap(t -> t.estimate())
                .map(estimate -> phrases.of("rule.P.estimated", phrases.band(estimate)))
                .orElseGet(() -> phrases.of("rule.P.missing"));
    }

    private Text evidence() {
        List<ColumnReport> judged = report.ranked();
        long tests = judged.stream().filter(c -> c.evidence().isPresent()).count();
        List<ColumnReport> small =
                judged.stream()
                        .filter(
                                c ->
                                        c.evidence()
                                                .map(e -> e.adjusted().orElse(1) < 0.01)
                                                .orElse(false))
                        .toList();
        long moved = small.stream().filter(c -> c.verdict() != Verdict.STABLE).count();
        return phrases.marked(
                "evidence",
                Phrases.count(small.size()),
                Phrases.count(tests),
                Phrases.count(moved),
                Phrases.count(report.referenceRows()),
                Phrases.count(report.currentRows()));
    }

    private List<Block> data() {
        List<Row> rows = new ArrayList<>();
        addFiles(rows, Provenance.Side.REFERENCE, "data.reference", report.referenceRows());
        addFiles(rows, Provenance.Side.CURRENT, "data.current", report.currentRows());
        addFiles(rows, Provenance.Side.OUTCOMES, "data.outcomes", 0);
        report.timeline()
                .ifPresent(
                        t ->
                                rows.add(
                                        Row.of(
                                                Cell.of(Text.muted(phrases.of("data.time"))),
                                                Cell.of(
                                                        phrases.of(
                                                                "data.windows",
                                                                Phrases.count(t.referenceWindows()),
                                                                Phrases.count(
                                                                        t.windows().size()
                                                                                - t
                                                                                        .referenceWindows()))))));
        Table table = new Table(List.of(Column.words("", 52), Column.words("", 200)), rows);
        return List.of(
                new Heading(Level.SECTION, Text.strong(phrases.of("data")), Text.NONE), table);
    }

    private void addFiles(List<Row> rows, Provenance.Side side, String key, long count) {
        List<Provenance.DataFile> files = provenance.of(side);
        if (files.isEmpty()) {
            return;
        }
        List<Text> lines = new ArrayList<>();
        if (count > 0) {
            lines.add(Text.plain(phrases.of("data.rows", Phrases.count(count))));
        }
        for (Provenance.DataFile file : files.subList(0, Math.min(2, files.size()))) {
            String hash = file.sha256().substring(0, 8);
            lines.add(Text.plain(phrases.of("data.file", file.name(), hash)));
        }
        if (files.size() > 2) {
            lines.add(Text.muted("+ " + Phrases.count(files.size() - 2)));
        }
        rows.add(Row.of(Cell.of(Text.muted(phrases.of(key))), Cell.of(lines.toArray(Text[]::new))));
    }

    private List<Block> unjudged() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(Level.SECTION, Text.strong(phrases.of("unjudged")), Text.NONE));
        List<ColumnReport> columns =
                report.notJudged().stream().filter(DecisionPage::expected).toList();
        for (ColumnReport column : columns.subList(0, Math.min(MOST_UNJUDGED, columns.size()))) {
            add(blocks, "unjudged.column", column.name(), reason(column));
        }
        if (columns.size() > MOST_UNJUDGED) {
            add(blocks, "unjudged.more", Phrases.count(columns.size() - MOST_UNJUDGED));
        }
        if (report.rules() == Rules.RECOMMENDED) {
            if (report.timeline().flatMap(t -> t.performance().or(t::estimate)).isEmpty()) {
                add(blocks, "unjudged.performance", phrases.of("rule.P.missing"));
            }
            if (report.timeline().flatMap(t -> t.confidence()).isEmpty()) {
                add(blocks, "unjudged.confidence", phrases.of("rule.C.missing"));
            }
            add(blocks, "unjudged.importance");
        }
        if (columns.isEmpty()) {
            add(blocks, "unjudged.all");
        }
        return blocks;
    }

    private void add(List<Block> blocks, String key, Object... arguments) {
        Text text = Text.plain("– ").and(phrases.marked(key, arguments));
        blocks.add(new Paragraph(Size.BODY, text));
    }

    private String reason(ColumnReport column) {
        return column.error().map(r -> r.in(phrases.language())).orElse("");
    }

    /// Times and row numbers order the rows; nobody expects a verdict on them.
    private static boolean expected(ColumnReport column) {
        return switch (column.role()) {
            case FEATURE, PREDICTION, PROBABILITY, METRIC -> true;
            case TARGET, TIME, ID, WEIGHT, IGNORE -> false;
        };
    }
}
