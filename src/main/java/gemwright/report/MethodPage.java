package gemwright.report;

import gemwright.drift.DriftReport;
import gemwright.drift.Rules;
import gemwright.drift.Verdict;
import gemwright.report.Block.Cell;
import gemwright.report.Block.Column;
import gemwright.report.Block.Heading;
import gemwright.report.Block.Level;
import gemwright.report.Block.Paragraph;
import gemwright.report.Block.Row;
import gemwright.report.Block.Size;

import java.util.ArrayList;
import java.util.List;

/// How the decision is made and what each word and number means.
final class MethodPage {
    private final DriftReport report;
    private final Phrases phrases;

    MethodPage(DriftReport report, Phrases phrases) {
        this.report = report;
        this.phrases = phrases;
    }

    Document.Section section() {
        String name = phrases.of("method");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(Level.PAGE, Text.strong(name), Text.NONE));
        if (report.rules() == Rules.EVIDENTLY) {
            String words = phrases.of("method.evidently");
            blocks.add(new Paragraph(Size.BODY, Text.plain(words)));
        } else {
            blocks.add(heading("method.decision"));
            blocks.add(decision());
            String words = phrases.of("method.strongest");
            blocks.add(new Paragraph(Size.BODY, Text.plain(words)));
            blocks.add(heading("method.verdict"));
            blocks.add(verdicts());
        }
        blocks.add(heading("method.words"));
        blocks.add(words());
        return new Document.Section(name, blocks);
    }

    private Heading heading(String key) {
        return new Heading(Level.SECTION, Text.strong(phrases.of(key)), Text.NONE);
    }

    private Block.Table decision() {
        List<Row> rows = new ArrayList<>();
        rows.add(rule("rule.P", "method.P", "method.retrain"));
        rows.add(rule("rule.F", "method.F", "method.retrain"));
        rows.add(rule("rule.C", "method.C", "method.watch"));
        rows.add(rule("rule.Q", "method.Q", "method.repair"));
        rows.add(rule("method.signs", "method.signs.when", "method.watch"));
        return new Block.Table(
                List.of(
                        Column.words(phrases.of("rule.header.rule"), 80),
                        Column.words(phrases.of("method.condition"), 310),
                        Column.words(phrases.of("method.then"), 114)),
                rows);
    }

    private Row rule(String name, String condition, String then) {
        return Row.of(
                Cell.of(Text.strong(phrases.of(name))),
                Cell.of(phrases.of(condition)),
                Cell.of(phrases.of(then)));
    }

    private Block.Table verdicts() {
        List<Row> rows =
                List.of(
                        verdict(Verdict.DRIFTED, "≥ 0.25", "≥ 0.20", "< 0.01"),
                        verdict(
                                Verdict.WATCH,
                                phrases.of("method.between", "0.10", "0.25"),
                                phrases.of("method.between", "0.08", "0.20"),
                                "< 0.01"),
                        verdict(Verdict.STABLE, "< 0.10", "< 0.08", phrases.of("method.or")));
        List<Row> all = new ArrayList<>(rows);
        all.add(
                Row.of(
                        Cell.of(phrases.verdict(Verdict.NOT_JUDGED)),
                        Cell.of(phrases.of("method.unjudged"))));
        return new Block.Table(
                List.of(
                        Column.words(phrases.of("columns.verdict"), 80),
                        Column.words(phrases.of("method.numeric"), 190),
                        Column.words(phrases.of("method.categorical"), 120),
                        Column.words(phrases.of("method.p"), 114)),
                all);
    }

    private Row verdict(Verdict verdict, String numbers, String categories, String p) {
        return Row.of(
                Cell.of(phrases.verdict(verdict)),
                Cell.of(numbers),
                Cell.of(categories),
                Cell.of(p));
    }

    private Block.Table words() {
        List<Row> rows = new ArrayList<>();
        rows.add(word("PSI", "method.psi"));
        rows.add(word("JS", "method.js"));
        rows.add(word("KS", "method.ks"));
        rows.add(word("χ²", "method.chi"));
        rows.add(word("W/s", "method.w"));
        rows.add(word("TVD", "method.tvd"));
        rows.add(word(phrases.of("method.correction"), "method.correction.text"));
        rows.add(word(phrases.of("method.band"), "method.band.text"));
        rows.add(word(phrases.of("method.change"), "method.change.text"));
        rows.add(word(phrases.of("method.signsWords"), "method.signsWords.text"));
        return new Block.Table(List.of(Column.words("", 84), Column.words("", 420)), rows);
    }

    private Row word(String name, String key) {
        return Row.of(Cell.of(Text.strong(name)), Cell.of(phrases.of(key)));
    }
}
