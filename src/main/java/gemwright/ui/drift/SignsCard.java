package gemwright.ui.drift;

import gemwright.drift.RuleOutcome;
import gemwright.ui.control.Card;
import gemwright.ui.control.Icons;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Language;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// What asks for attention: the rules that hold, and what was found in columns beside their
/// distribution.
final class SignsCard {
    private final Language language;
    private final DriftWords words;
    private final Watched watched;

    SignsCard(Language language, Watched watched) {
        this.language = language;
        this.words = new DriftWords(language);
        this.watched = watched;
    }

    /// Whether there is anything to show.
    boolean any() {
        return !watched.fired().isEmpty() || !watched.findings().isEmpty();
    }

    Card card() {
        List<Node> rows = new ArrayList<>();
        watched.fired().forEach(outcome -> rows.add(row(outcome)));
        watched.findings()
                .forEach(
                        found ->
                                rows.add(
                                        row(
                                                found.finding().fault()
                                                        ? Feather.BELL
                                                        : Feather.INFO,
                                                found.finding().fault()
                                                        ? Tone.WARNING
                                                        : Tone.NEUTRAL,
                                                found.column()
                                                        + ": "
                                                        + found.finding()
                                                                .reason()
                                                                .in(language.locale().get()),
                                                "")));
        VBox list = new VBox(rows.toArray(Node[]::new));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("content-scroll");
        scroll.setPrefHeight(88);
        Card card =
                new Card(language.say("drift.signs"))
                        .beside(
                                Pill.count(
                                        Integer.toString(rows.size()),
                                        watched.fired().isEmpty() ? Tone.NEUTRAL : Tone.WARNING))
                        .fill(scroll);
        card.setMinHeight(128);
        card.setPrefHeight(128);
        card.setMaxHeight(128);
        return card;
    }

    private Node row(RuleOutcome outcome) {
        return row(
                Feather.BELL,
                Tone.WARNING,
                words.rule(outcome),
                language.say("drift.state." + outcome.state().name()));
    }

    private static Node row(Feather icon, Tone tone, String text, String detail) {
        Label what = Words.small(text);
        what.setTooltip(new javafx.scene.control.Tooltip(text));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label right = Words.secondary(detail);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(Icons.of(icon, tone), what, space, right);
        row.getStyleClass().addAll("list-row", "sign-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
