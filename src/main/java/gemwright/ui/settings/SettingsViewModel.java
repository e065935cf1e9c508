package gemwright.ui.settings;

import gemwright.ui.desk.Action;
import gemwright.ui.desk.Actions;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;
import gemwright.ui.text.Phrase;
import gemwright.workbench.Settings.Setting;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which settings are shown, and what a typed value means.
final class SettingsViewModel {
    private final Desk desk;
    private final ObjectProperty<Category> category =
            new SimpleObjectProperty<>(Category.ALL.getFirst());
    private final StringProperty query = new SimpleStringProperty("");

    SettingsViewModel(Desk desk) {
        this.desk = desk;
        desk.actions()
                .add(
                        new Action(
                                        "edit.undo",
                                        Action.Menu.EDIT,
                                        Feather.CORNER_UP_LEFT,
                                        desk.choices()::undo)
                                .shortcut("Shortcut+Z"));
        desk.actions()
                .add(
                        new Action(
                                        "edit.redo",
                                        Action.Menu.EDIT,
                                        Feather.CORNER_UP_RIGHT,
                                        desk.choices()::redo)
                                .shortcut("Shortcut+Y"));
        desk.actions().alsoFind(this::settingsToFind);
    }

    private List<Actions.Findable> settingsToFind() {
        return Category.ALL.stream()
                .flatMap(page -> page.settings().stream().map(setting -> findable(page, setting)))
                .toList();
    }

    private Actions.Findable findable(Category page, Setting setting) {
        return new Actions.Findable(
                "settings",
                name(setting),
                Phrase.of("settings.now", Phrase.of("settings." + page.id()), shown(setting)),
                Feather.SLIDERS,
                Optional.empty(),
                () -> {
                    category.set(page);
                    query.set("");
                    desk.go("settings");
                });
    }

    /// The words of a setting.
    static Phrase name(Setting setting) {
        return Phrase.of("setting." + setting.key());
    }

    /// What a setting does.
    static Phrase text(Setting setting) {
        return Phrase.of("setting." + setting.key() + ".text");
    }

    /// The value that holds, as the user reads it.
    Phrase shown(Setting setting) {
        Object value = desk.choices().settings().get().value(setting);
        return switch (value) {
            case Boolean on -> Phrase.of(on ? "settings.on" : "settings.off");
            case String choice when !setting.choices().isEmpty() ->
                    Phrase.of("setting." + setting.key() + "." + choice);
            default -> Phrase.verbatim(value.toString());
        };
    }

    /// The settings of a group that fit what was typed; all where nothing was.
    List<Setting> fitting(Category.Group group) {
        return group.settings().stream().filter(this::fits).toList();
    }

    /// How many settings of a page fit what was typed.
    int fitting(Category page) {
        long settings = page.settings().stream().filter(this::fits).count();
        return (int) (page.id().equals("shortcuts") ? shortcuts().size() : settings);
    }

    private boolean fits(Setting setting) {
        return fits(name(setting)) || fits(text(setting)) || fits(shown(setting));
    }

    private boolean fits(Phrase phrase) {
        String typed = query.get().strip().toLowerCase(Locale.ROOT);
        Language language = desk.language();
        return typed.isEmpty() || language.say(phrase).toLowerCase(Locale.ROOT).contains(typed);
    }

    /// Actions with a shortcut that fit what was typed.
    List<Action> shortcuts() {
        return desk.actions().all().stream()
                .filter(action -> action.shortcut().isPresent())
                .filter(action -> fits(action.text()))
                .toList();
    }

    /// Takes what was typed for a setting.
    ///
    /// @return whether it is a value of that setting
    boolean enter(Setting setting, String typed) {
        String text = typed.strip();
        try {
            return switch (setting.standard()) {
                case Long _ -> desk.choices().choose(setting, Long.valueOf(text));
                case Double _ -> desk.choices().choose(setting, Double.valueOf(text));
                default -> desk.choices().choose(setting, text);
            };
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /// The page shown.
    ObjectProperty<Category> category() {
        return category;
    }

    /// What was typed into the search field.
    StringProperty query() {
        return query;
    }
}
