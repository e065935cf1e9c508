package gemwright.ui.settings;

import atlantafx.base.controls.ToggleSwitch;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Action;
import gemwright.ui.desk.Desk;
import gemwright.ui.shell.KeyText;
import gemwright.ui.text.Language;
import gemwright.ui.text.Phrase;
import gemwright.workbench.Settings;
import gemwright.workbench.Settings.Setting;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Settings as rows of a card: what it is, what it does, and the control that changes it.
final class Tiles {
    private static final double NUMBER = 96;
    private static final double CHOICE = 232;

    private final Desk desk;
    private final SettingsViewModel model;
    private final Language language;

    Tiles(Desk desk, SettingsViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
    }

    Card card(String title, List<Setting> settings) {
        VBox rows = new VBox();
        for (Setting setting : settings) {
            rows.getChildren()
                    .add(row(text(setting), controls(setting), setting.equals(settings.getLast())));
        }
        return new Card(title).fill(rows);
    }

    Card shortcuts(String title) {
        VBox rows = new VBox();
        List<Action> actions = model.shortcuts();
        for (Action action : actions) {
            VBox words = new VBox(marked(language.say(action.text()), "text"));
            words.setAlignment(Pos.CENTER_LEFT);
            Node keys = KeyText.frame(KeyText.of(action.shortcut().orElseThrow()));
            HBox row = row(words, List.of(keys), action.equals(actions.getLast()));
            row.getStyleClass().add("short");
            rows.getChildren().add(row);
        }
        return new Card(title).fill(rows);
    }

    private static HBox row(Node words, List<Node> controls, boolean last) {
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words);
        row.getChildren().addAll(controls);
        row.getStyleClass().add("tile");
        if (last) {
            row.getStyleClass().add("last");
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node text(Setting setting) {
        String text = language.say(SettingsViewModel.text(setting));
        if (desk.choices().settings().get().changed(setting)
                && setting.standard() instanceof Number) {
            text = text + " " + language.say("settings.changed", setting.standard().toString());
        }
        VBox words =
                new VBox(
                        marked(language.say(SettingsViewModel.name(setting)), "text"),
                        marked(text, "secondary"));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        return words;
    }

    private Node marked(String text, String style) {
        String typed = model.query().get().strip();
        int at =
                typed.isEmpty()
                        ? -1
                        : text.toLowerCase(Locale.ROOT).indexOf(typed.toLowerCase(Locale.ROOT));
        if (at < 0) {
            Label label = Words.label(text, style);
            return style.equals("secondary") ? Words.wrapped(label) : label;
        }
        HBox pieces =
                new HBox(
                        Words.label(text.substring(0, at), style),
                        Words.label(text.substring(at, at + typed.length()), style, "mark"),
                        Words.label(text.substring(at + typed.length()), style));
        pieces.getChildren().removeIf(piece -> ((Label) piece).getText().isEmpty());
        pieces.getChildren().forEach(piece -> ((Label) piece).setMinWidth(0));
        pieces.setAlignment(Pos.CENTER_LEFT);
        return pieces;
    }

    private List<Node> controls(Setting setting) {
        List<Node> controls = new java.util.ArrayList<>();
        if (desk.choices().settings().get().changed(setting)) {
            controls.add(
                    Buttons.square(
                            Feather.ROTATE_CCW,
                            language.say("settings.resetOne"),
                            () -> desk.choices().reset(setting)));
        }
        controls.addAll(
                switch (setting.standard()) {
                    case Boolean _ -> toggle(setting);
                    case String _ when !setting.choices().isEmpty() -> List.of(choice(setting));
                    case String _ when setting.equals(Settings.WORKSPACE) -> folder(setting);
                    case String _ -> List.of(field(setting, CHOICE));
                    default -> List.of(field(setting, NUMBER));
                });
        return controls;
    }

    private List<Node> toggle(Setting setting) {
        ToggleSwitch toggle = new ToggleSwitch();
        boolean on = desk.choices().settings().get().flag(setting);
        toggle.setSelected(on);
        toggle.setAccessibleText(language.say(SettingsViewModel.name(setting)));
        toggle.setId("setting-" + setting.key());
        toggle.selectedProperty()
                .addListener((_, _, now) -> desk.choices().choose(setting, (Object) now));
        return List.of(Words.secondary(language.say(on ? "settings.on" : "settings.off")), toggle);
    }

    private ComboBox<String> choice(Setting setting) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(setting.choices()));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(String choice) {
                        return choice == null
                                ? ""
                                : language.say("setting." + setting.key() + "." + choice);
                    }

                    @Override
                    public String fromString(String text) {
                        throw new IllegalStateException("not editable");
                    }
                });
        box.setValue(desk.choices().settings().get().text(setting));
        box.setPrefWidth(CHOICE);
        box.setAccessibleText(language.say(SettingsViewModel.name(setting)));
        box.setId("setting-" + setting.key());
        box.setOnAction(_ -> desk.choices().choose(setting, box.getValue()));
        return box;
    }

    private TextField field(Setting setting, double width) {
        TextField field = new TextField(desk.choices().settings().get().value(setting).toString());
        field.setPrefWidth(width);
        field.setMinWidth(width);
        field.setAccessibleText(language.say(SettingsViewModel.name(setting)));
        field.setId("setting-" + setting.key());
        field.setOnAction(_ -> enter(setting, field));
        field.focusedProperty()
                .addListener(
                        (_, _, focused) -> {
                            if (!focused && field.getScene() != null) {
                                enter(setting, field);
                            }
                        });
        return field;
    }

    private void enter(Setting setting, TextField field) {
        field.getStyleClass().remove("wrong");
        String now = desk.choices().settings().get().value(setting).toString();
        if (!now.equals(field.getText()) && !model.enter(setting, field.getText())) {
            field.getStyleClass().add("wrong");
            field.setTooltip(
                    new javafx.scene.control.Tooltip(
                            language.say(
                                    Phrase.of(
                                            "settings.wrong",
                                            plain(setting.low()),
                                            plain(setting.high())))));
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private List<Node> folder(Setting setting) {
        String chosen = desk.choices().settings().get().text(setting);
        Label place =
                Words.secondary(
                        chosen.isEmpty() ? desk.history().workspace().folder().toString() : chosen);
        place.setMaxWidth(CHOICE);
        return List.of(
                place,
                Buttons.small(
                        Feather.FOLDER,
                        language.say("settings.choose"),
                        () -> {
                            Optional<File> folder =
                                    Optional.ofNullable(
                                            new DirectoryChooser()
                                                    .showDialog(place.getScene().getWindow()));
                            folder.ifPresent(it -> desk.choices().choose(setting, it.getPath()));
                        }));
    }
}
