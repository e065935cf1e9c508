package gemwright.ui.inspect;

import gemwright.scan.Finding;
import gemwright.scan.Verdict;
import gemwright.ui.control.Card;
import gemwright.ui.control.DataTable;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Language;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was found in a file that speaks against loading it, what to do, and what can still be seen.
final class SafetyPanel {
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
                                finding -> finding.why(language.problems()))
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
        for (Card card : List.of(todo, still)) {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(1);
        }
        HBox both = new HBox(todo, still);
        both.getStyleClass().add("card-row");
        return both;
    }

    private Node lines(String key) {
        VBox lines = new VBox();
        lines.getStyleClass().add("advice");
        for (String line : language.say(key).lines().toList()) {
            lines.getChildren().add(Words.flow(line, "plain-flow"));
        }
        return lines;
    }
}
