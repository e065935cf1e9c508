package gemwright.ui.settings;

import atlantafx.base.controls.CustomTextField;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Icons;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.shell.Page;
import gemwright.ui.text.Language;
import gemwright.workbench.Settings.Setting;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Supplier;

/// The Settings screen.
public final class SettingsView {
    private static final double LEFT = 216;

    private final Desk desk;
    private final SettingsViewModel model;
    private final Language language;
    private final Tiles tiles;
    private final VBox pages = new VBox();
    private final VBox right = new VBox();
    private final Button reset;

    private SettingsView(Desk desk, SettingsViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
        this.tiles = new Tiles(desk, model);
        this.reset =
                Buttons.secondary(
                        Feather.ROTATE_CCW,
                        language.say("settings.reset"),
                        () -> desk.choices().reset(model.category().get().settings()));
    }

    /// Opens the screen on that desk.
    public static Supplier<Page> open(Desk desk) {
        SettingsViewModel model = new SettingsViewModel(desk);
        return () -> new SettingsView(desk, model).page();
    }

    private Page page() {
        CustomTextField search = new CustomTextField();
        search.setPromptText(language.say("settings.search"));
        search.setLeft(Icons.of(Feather.SEARCH));
        search.getStyleClass().add("settings-search");
        search.setId("settings-search");
        search.setAccessibleText(language.say("settings.search"));
        search.textProperty().bindBidirectional(model.query());
        Button clear =
                Buttons.icon(
                        Feather.X, language.say("settings.clear"), () -> model.query().set(""));
        clear.getStyleClass().add("clear");
        search.rightProperty().bind(model.query().map(typed -> typed.isEmpty() ? null : clear));
        pages.getStyleClass().add("settings-pages");
        VBox left = new VBox(search, pages);
        left.getStyleClass().add("settings-left");
        left.setMinWidth(LEFT);
        left.setMaxWidth(LEFT);
        right.getStyleClass().add("settings-right");
        ScrollPane scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("content-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox both = new HBox(left, scroll);
        both.getStyleClass().add("settings");
        Showing.follow(
                both, this::show, model.query(), model.category(), desk.choices().settings());
        return new Page(Words.title(language.say("screen.settings")), both).secondary(reset);
    }

    private boolean searching() {
        return !model.query().get().isBlank();
    }

    private void show() {
        showPages();
        reset.setVisible(!searching() && !model.category().get().groups().isEmpty());
        right.getChildren().setAll(searching() ? found() : chosen());
        desk.choices()
                .problem()
                .get()
                .ifPresent(problem -> right.getChildren().add(1, MessageBar.of(problem, language)));
    }

    private void showPages() {
        pages.getChildren().clear();
        for (Category page : Category.ALL) {
            ToggleButton button =
                    new ToggleButton(language.say("settings." + page.id()), Icons.of(page.icon()));
            button.getStyleClass().add("settings-page");
            button.setId("settings-" + page.id());
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setSelected(!searching() && page.equals(model.category().get()));
            button.setOnAction(
                    _ -> {
                        model.query().set("");
                        model.category().set(page);
                        show();
                    });
            HBox row = new HBox(button);
            HBox.setHgrow(button, Priority.ALWAYS);
            row.getStyleClass().add("settings-page-row");
            if (searching()) {
                int hits = model.fitting(page);
                button.getStyleClass().add(hits > 0 ? "with-hits" : "without-hits");
                if (hits > 0) {
                    Pill count = Pill.count(language.figures().count(hits));
                    button.setGraphicTextGap(10);
                    row = withCount(button, count);
                }
            }
            pages.getChildren().add(row);
        }
    }

    private static HBox withCount(ToggleButton button, Pill count) {
        javafx.scene.layout.StackPane stack = new javafx.scene.layout.StackPane(button, count);
        count.setMouseTransparent(true);
        javafx.scene.layout.StackPane.setAlignment(count, Pos.CENTER_RIGHT);
        count.setTranslateX(-12);
        HBox row = new HBox(stack);
        HBox.setHgrow(stack, Priority.ALWAYS);
        row.getStyleClass().add("settings-page-row");
        return row;
    }

    private List<Node> chosen() {
        Category page = model.category().get();
        List<Node> nodes = new java.util.ArrayList<>();
        nodes.add(
                heading(
                        language.say("settings." + page.id()),
                        page.groups().isEmpty() ? "" : language.say("settings.atOnce")));
        for (Category.Group group : page.groups()) {
            nodes.add(tiles.card(language.say("settings.group." + group.id()), group.settings()));
        }
        if (page.id().equals("shortcuts")) {
            nodes.add(tiles.shortcuts(language.say("settings.shortcuts")));
        }
        if (page.id().equals("about")) {
            nodes.addAll(new About(desk).cards());
        }
        return nodes;
    }

    private List<Node> found() {
        List<Node> nodes = new java.util.ArrayList<>();
        int hits = Category.ALL.stream().mapToInt(model::fitting).sum();
        nodes.add(
                heading(
                        language.say("settings.hits", hits),
                        language.say("settings.hits.where", model.query().get().strip())));
        for (Category page : Category.ALL) {
            List<Setting> settings =
                    page.groups().stream().flatMap(group -> model.fitting(group).stream()).toList();
            if (!settings.isEmpty()) {
                nodes.add(tiles.card(language.say("settings." + page.id()), settings));
            }
        }
        if (!model.shortcuts().isEmpty()) {
            nodes.add(tiles.shortcuts(language.say("settings.shortcuts")));
        }
        return nodes;
    }

    private static Node heading(String title, String remark) {
        HBox head = new HBox(Words.label(title, "heading"), Words.flow(remark, "muted-flow"));
        head.getStyleClass().add("settings-heading");
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }
}
