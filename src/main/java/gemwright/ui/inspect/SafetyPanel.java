package gemwright.ui.inspect;

import gemwright.scan.Finding;
import gemwright.scan.Verdict;
import gemwright.ui.control.Card;
import gemwright.ui.control.DataTable;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Language;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was found in a file that speaks against loading it, what to do, and what can still be seen.
final class SafetyPanel {
    private static final int ROW = 16;

    private final Inspected it;
    private final Language language;

    SafetyPanel(Desk desk, Inspected it) {
        this.it = it;
        this.language = desk.language();
    }

    /// The finding that weighs most.
    static Optional<Finding> worst(Inspected it) {
        return it.findings().stream()
                .filter(finding -> finding.verdict() == it.verdict())
                .findFirst();
    }

    /// All findings as text, a line each.
    static String text(Inspected it, Language language) {
        return it.findings().stream()
                .map(
                        finding ->
                                finding.verdict().id()
                                        + ": "
                                        + finding.what(language.problems())
                                        + " ("
                                        + it.file()
                                        + ", "
                                        + finding.where()
                                        + "): "
                                        + finding.why(language.problems()))
                .collect(Collectors.joining("\n"));
    }

    Node[] content(Node verdict) {
        List<Node> all = new ArrayList<>();
        all.add(verdict);
        if (!it.findings().isEmpty()) {
            all.add(findings());
        }
        it.suspect().ifPresent(suspect -> all.add(bytes(suspect)));
        all.add(advice());
        return all.toArray(Node[]::new);
    }

    private Node findings() {
        DataTable<Finding> table =
                new DataTable<Finding>(
                                language.say("inspect.findings"),
                                FXCollections.observableArrayList(it.findings()))
                        .code(
                                language.say("inspect.column.what"),
                                340,
                                finding -> finding.what(language.problems()))
                        .code(language.say("inspect.column.where"), 150, Finding::where)
                        .text(
                                language.say("inspect.column.why"),
                                400,
                                finding -> MessageBar.sentence(finding.why(language.problems())))
                        .node(
                                language.say("inspect.column.verdict"),
                                120,
                                finding -> verdict(finding.verdict()),
                                this::pill)
                        .asHighAsItsRows();
        if (it.findings().size() > 8) {
            table.prefHeightProperty().unbind();
            table.minHeightProperty().unbind();
        }
        Card card =
                new Card(language.say("inspect.findings"))
                        .remark(
                                language.say(
                                        "inspect.findings.remark",
                                        it.findings().size(),
                                        language.figures().bytes(it.bytes())))
                        .fill(table);
        return it.findings().size() > 8 ? card.grow() : card;
    }

    private String verdict(Verdict verdict) {
        return language.say("verdict." + verdict.id());
    }

    private Node pill(Finding finding) {
        return switch (finding.verdict()) {
            case SAFE -> Pill.verdict(Tone.SUCCESS, Feather.CHECK, verdict(Verdict.SAFE));
            case UNKNOWN ->
                    Pill.verdict(Tone.WARNING, Feather.HELP_CIRCLE, verdict(Verdict.UNKNOWN));
            case DAMAGED -> Pill.verdict(Tone.DANGER, Feather.X, verdict(Verdict.DAMAGED));
            case DANGEROUS ->
                    Pill.verdict(Tone.DANGER, Feather.ALERT_CIRCLE, verdict(Verdict.DANGEROUS));
        };
    }

    private Node advice() {
        String key = "inspect.advice." + it.verdict().id();
        Card todo = new Card(language.say("inspect.todo")).body(lines(key));
        VBox seen = new VBox();
        seen.getStyleClass().add("advice");
        seen.getChildren()
                .add(
                        Words.flow(
                                language.say(
                                        "inspect.seen.text",
                                        it.nodes().size(),
                                        it.producer().isEmpty() ? it.format() : it.producer()),
                                "plain-flow"));
        Card still = new Card(language.say("inspect.seen")).body(seen);
        GridPane both = new GridPane();
        both.getStyleClass().add("advice-cards");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        both.getColumnConstraints().addAll(half, half);
        both.addRow(0, todo, still);
        return both;
    }

    private Node bytes(Inspected.Suspect suspect) {
        VBox lines = new VBox();
        lines.getStyleClass().add("bytes");
        for (int at = 0; at < suspect.bytes().size(); at += ROW) {
            List<Integer> row =
                    suspect.bytes().subList(at, Math.min(at + ROW, suspect.bytes().size()));
            HBox line =
                    new HBox(
                            Words.styled(
                                    Words.code(
                                            String.format(
                                                    Locale.ROOT, "%08d", suspect.offset() + at)),
                                    "muted"),
                            Words.styled(Words.code(hex(row)), "danger"),
                            Words.styled(Words.code(text(row)), "danger"));
            line.getStyleClass().add("bytes-line");
            lines.getChildren().add(line);
        }
        long last = suspect.offset() + suspect.bytes().size() - 1;
        return new Card(
                        language.say(
                                "inspect.bytes",
                                language.figures().count(suspect.offset()),
                                language.figures().count(last)))
                .body(lines);
    }

    private static String hex(List<Integer> row) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < ROW; i++) {
            hex.append(i < row.size() ? String.format(Locale.ROOT, "%02x ", row.get(i)) : "   ");
            hex.append(i == ROW / 2 - 1 ? " " : "");
        }
        return hex.toString();
    }

    private static String text(List<Integer> row) {
        StringBuilder text = new StringBuilder();
        row.forEach(value -> text.append(value >= 0x20 && value < 0x7F ? (char) (int) value : '.'));
        return text.toString();
    }

    private Node lines(String key) {
        VBox lines = new VBox();
        lines.getStyleClass().add("advice");
        for (String line : language.say(key).lines().toList()) {
            lines.getChildren().add(Words.flow(line, "plain-flow"));
        }
        if (!it.sha256().isEmpty()) {
            lines.getChildren().add(Words.flow("`sha256 " + it.sha256() + "`", "plain-flow"));
        }
        return lines;
    }
}
