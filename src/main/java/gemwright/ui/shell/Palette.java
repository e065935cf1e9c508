package gemwright.ui.shell;

import gemwright.ui.control.Icons;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.feather.Feather;

/// One list of all actions, screens, files, nodes and settings, 640 wide, over the window.
final class Palette extends StackPane {
    private static final double WIDTH = 640;
    private static final int SEARCH_ICON = 20;

    private final Desk desk;
    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final VBox list = new VBox();
    private final Label count = Words.secondary("");

    Palette(Desk desk) {
        this.desk = desk;
        this.model = new PaletteViewModel(desk);
        getStyleClass().add("veil");
        setId("palette");
        setVisible(false);
        VBox box = new VBox(head(), list, foot());
        box.getStyleClass().add("palette");
        list.getStyleClass().add("palette-list");
        box.setMaxSize(WIDTH, USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        setOnMousePressed(
                press -> {
                    if (press.getTarget() == this) {
                        close();
                    }
                });
        field.textProperty().bindBidirectional(model.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.hits().addListener((javafx.collections.ListChangeListener<Object>) _ -> show());
        model.chosen().addListener(_ -> show());
    }

    void open() {
        model.open();
        show();
        setVisible(true);
        field.requestFocus();
    }

    void close() {
        setVisible(false);
    }

    private Node head() {
        field.setPromptText(desk.language().say("palette.prompt"));
        field.getStyleClass().add("palette-field");
        field.setId("palette-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head =
                new HBox(
                        Icons.of(Feather.SEARCH, SEARCH_ICON),
                        field,
                        Words.secondary(desk.language().say("palette.hint")));
        head.getStyleClass().add("palette-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node foot() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot =
                new HBox(
                        KeyText.frame("↑ ↓"),
                        Words.secondary(desk.language().say("palette.choose")),
                        KeyText.frame("Enter"),
                        Words.secondary(desk.language().say("palette.run")),
                        KeyText.frame("Esc"),
                        Words.secondary(desk.language().say("palette.close")),
                        space,
                        count);
        foot.getStyleClass().add("palette-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void show() {
        list.getChildren().clear();
        String group = "";
        for (int i = 0; i < model.hits().size(); i++) {
            PaletteViewModel.Hit hit = model.hits().get(i);
            if (!hit.entry().group().equals(group)) {
                group = hit.entry().group();
                list.getChildren()
                        .add(
                                Words.label(
                                        desk.language().say("palette.group." + group),
                                        "palette-group"));
            }
            list.getChildren().add(row(hit, i == model.chosen().get()));
        }
        if (model.hits().isEmpty()) {
            list.getChildren()
                    .add(Words.label(desk.language().say("palette.nothing"), "palette-nothing"));
        }
        count.setText(desk.language().say("palette.count", model.hits().size(), model.total()));
    }

    private Node row(PaletteViewModel.Hit hit, boolean chosen) {
        PaletteViewModel.Entry entry = hit.entry();
        TextFlow words = highlighted(entry.text(), hit.match());
        words.setMinWidth(USE_PREF_SIZE);
        Label detail = Words.secondary(entry.detail());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(Icons.of(entry.icon()), words, detail, space);
        entry.shortcut().map(KeyText::of).map(KeyText::frame).ifPresent(row.getChildren()::add);
        row.getStyleClass().add("palette-row");
        if (chosen) {
            row.getStyleClass().add("chosen");
        }
        if (!entry.enabled()) {
            row.getStyleClass().add("unavailable");
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.setOnMouseClicked(_ -> run(hit));
        return row;
    }

    private static TextFlow highlighted(String words, PaletteMatch match) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("palette-words");
        add(flow, words.substring(0, match.from()), "palette-text");
        add(flow, words.substring(match.from(), match.to()), "palette-match");
        add(flow, words.substring(match.to()), "palette-text");
        return flow;
    }

    private static void add(TextFlow flow, String text, String style) {
        if (!text.isEmpty()) {
            Text part = new Text(text);
            part.getStyleClass().add(style);
            flow.getChildren().add(part);
        }
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> model.step(1);
            case UP -> model.step(-1);
            case ENTER -> model.runnable().ifPresent(this::run);
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void run(PaletteViewModel.Hit hit) {
        if (hit.entry().enabled()) {
            run(hit.entry());
        }
    }

    private void run(PaletteViewModel.Entry entry) {
        close();
        entry.go().run();
    }
}
