package gemwright.ui.serve;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.CodeText;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Segments;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Language;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.feather.Feather;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What came back: label, probabilities as bars, and the JSON as it came.
final class ResponseCard {
    private static final int MOST_BARS = 4;
    private static final int BAR_HEIGHT = 8;

    private final Desk desk;
    private final TryViewModel model;
    private final Language language;

    ResponseCard(Desk desk, TryViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
    }

    Card card() {
        HBox status = new HBox();
        status.getStyleClass().add("answer-status");
        status.setAlignment(Pos.CENTER_RIGHT);
        VBox body = new VBox();
        body.getStyleClass().add("answer-body");
        body.setId("answer");
        Showing.follow(body, () -> show(body, status), model.answer());
        Card card = new Card(language.say("serve.response")).actions(status).fill(body);
        card.setMinHeight(196);
        return card;
    }

    private void show(VBox body, HBox status) {
        body.getChildren().clear();
        status.getChildren().clear();
        switch (model.answer().get()) {
            case Outcome.Nothing<Answer> _ -> body.getChildren().add(hint("serve.response.none"));
            case Outcome.Stopped<Answer> _ -> body.getChildren().add(hint("serve.response.none"));
            case Outcome.Working<Answer> _ ->
                    body.getChildren().add(hint("serve.response.waiting"));
            case Outcome.Failed<Answer>(var problem) ->
                    body.getChildren().add(MessageBar.of(problem, language));
            case Outcome.Ready<Answer>(Answer answer) -> {
                status.getChildren().setAll(pill(answer), millis(answer));
                if (answer.label().isPresent() || !answer.shares().isEmpty()) {
                    body.getChildren().add(verdict(answer));
                }
                body.getChildren().add(json(answer));
            }
        }
    }

    private Node hint(String key) {
        return Words.wrapped(Words.muted(language.say(key)));
    }

    private Pill pill(Answer answer) {
        return answer.good()
                ? Pill.verdict(Tone.SUCCESS, Feather.CHECK, answer.status() + " OK")
                : Pill.verdict(Tone.DANGER, Feather.X, Integer.toString(answer.status()));
    }

    private Node millis(Answer answer) {
        return Words.styled(
                Words.muted(language.figures().significant(answer.millis()) + " ms"), "small-text");
    }

    private Node verdict(Answer answer) {
        VBox label =
                new VBox(
                        Words.secondary(language.say("serve.label")),
                        Words.label(answer.label().orElse("–"), "answer-label"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(label, bars(answer.shares()));
        row.getStyleClass().add("answer-verdict");
        return row;
    }

    private Node bars(List<Answer.Share> all) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("answer-bars");
        grid.setAlignment(Pos.CENTER_LEFT);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, bars);
        HBox.setHgrow(grid, Priority.ALWAYS);
        double most = all.stream().mapToDouble(Answer.Share::value).max().orElse(0);
        for (Answer.Share share : shown(all)) {
            Label value = Words.small(language.figures().fixed(share.value(), 3));
            value.setMinWidth(Region.USE_PREF_SIZE);
            Label name = Words.styled(Words.muted(share.name()), "small-text");
            name.setMinWidth(24);
            name.setMaxWidth(120);
            grid.addRow(grid.getRowCount(), name, bar(share.value(), share.value() == most), value);
        }
        if (all.size() > MOST_BARS) {
            grid.add(
                    Words.secondary(language.say("serve.shares.more", all.size() - MOST_BARS)),
                    0,
                    grid.getRowCount(),
                    3,
                    1);
        }
        return grid;
    }

    /// All in their order where they are few, else the likeliest.
    private static List<Answer.Share> shown(List<Answer.Share> all) {
        return all.size() <= MOST_BARS
                ? all
                : all.stream()
                        .sorted(Comparator.comparingDouble(Answer.Share::value).reversed())
                        .limit(MOST_BARS)
                        .toList();
    }

    private static Node bar(double value, boolean chosen) {
        Region full = new Region();
        full.getStyleClass().add("bar-ground");
        Region part = new Region();
        part.getStyleClass().add(chosen ? "bar-chosen" : "bar-other");
        StackPane bar = new StackPane(full, part);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinSize(40, BAR_HEIGHT);
        bar.setPrefHeight(BAR_HEIGHT);
        bar.setMaxHeight(BAR_HEIGHT);
        part.maxWidthProperty().bind(bar.widthProperty().multiply(value));
        GridPane.setValignment(bar, VPos.CENTER);
        return bar;
    }

    private Node json(Answer answer) {
        CodeText code = new CodeText();
        code.setId("answer-json");
        code.show(CodeText.spaced(answer.body()));
        ScrollPane scroll = new ScrollPane(code);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("content-scroll", "code-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /// The card with the request as a client would write it, beside the answer.
    Card snippets() {
        return snippets(copy());
    }

    /// The same with room to save the request as a file.
    Card snippetsToKeep() {
        return snippets(save(), copy());
    }

    private Node copy() {
        return Words.styled(
                Buttons.small(Feather.COPY, language.say("copy"), this::copySnippet),
                "strong-button");
    }

    private Card snippets(Node... actions) {
        Segments<Snippets.Kind> kinds =
                new Segments<>(
                        language.say("serve.tab.snippets"),
                        List.of(Snippets.Kind.values()),
                        Snippets.Kind::label,
                        model.snippetKind());
        CodeText code = new CodeText();
        code.setId("snippet");
        Showing.follow(code, () -> code.show(model.snippet().get()), model.snippet());
        ScrollPane scroll = new ScrollPane(code);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().addAll("content-scroll", "snippet-scroll");
        Card card = new Card("").beside(kinds).actions(actions).fill(scroll).grow();
        card.getStyleClass().add("snippets");
        return card;
    }

    private MenuButton save() {
        MenuButton menu = new MenuButton(language.say("serve.snippet.save"));
        menu.setId("save-request");
        menu.getStyleClass().add("small-button");
        for (RequestFiles.Kind kind : RequestFiles.Kind.values()) {
            MenuItem item = new MenuItem(language.say("serve.snippet.save." + kind.name()));
            item.setOnAction(_ -> ask(kind));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void ask(RequestFiles.Kind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(language.say("serve.snippet.save." + kind.name()));
        chooser.setInitialFileName("model." + kind.ending());
        Optional.ofNullable(chooser.showSaveDialog(null))
                .ifPresent(chosen -> model.save(kind, chosen.toPath()));
    }

    private void copySnippet() {
        MessageBar.copy(model.snippet().get());
        desk.notices().status(Tone.SUCCESS, gemwright.ui.text.Phrase.of("status.copied"));
    }
}
