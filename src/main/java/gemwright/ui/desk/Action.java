package gemwright.ui.desk;

import gemwright.ui.text.Phrase;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.function.Supplier;

/// One thing the user can do: it stands once, and the menus, the palette, the shortcuts and the
/// buttons show it.
///
/// Its words are the text `action.ID`.
public final class Action {
    /// The menu an action stands in.
    public enum Menu {
        FILE,
        EDIT,
        VIEW,
        MODEL,
        RUN,
        HELP,
        /// In no menu, only in the palette.
        NONE
    }

    private final String id;
    private final Menu menu;
    private final Feather icon;
    private final Runnable run;
    private final ObjectProperty<Optional<Phrase>> obstacle =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<String> shortcut = Optional.empty();
    private Supplier<Optional<String>> commandLine = Optional::empty;
    private Supplier<Optional<String>> subject = Optional::empty;

    /// An action that can run at any time.
    ///
    /// @param id name of its text (`action.ID`) and of the action, such as `file.open`
    public Action(String id, Menu menu, Feather icon, Runnable run) {
        this.id = id;
        this.menu = menu;
        this.icon = icon;
        this.run = run;
    }

    /// With a shortcut in the notation of key combinations: `Shortcut+Shift+L`, where `Shortcut` is
    /// Ctrl, or ⌘ on macOS.
    public Action shortcut(String keys) {
        shortcut = Optional.of(keys);
        return this;
    }

    /// With the line that does the same on the command line, where it can be given now.
    public Action commandLine(Supplier<Optional<String>> line) {
        commandLine = line;
        return this;
    }

    /// With what it acts on, such as the name of the model in hand.
    public Action subject(Supplier<Optional<String>> name) {
        subject = name;
        return this;
    }

    /// Runs it, unless something stands in its way.
    public void run() {
        if (obstacle.get().isEmpty()) {
            run.run();
        }
    }

    /// Why it cannot run now; empty when it can.
    public ObjectProperty<Optional<Phrase>> obstacle() {
        return obstacle;
    }

    /// Its name.
    public String id() {
        return id;
    }

    /// Its words.
    public Phrase text() {
        return Phrase.of("action." + id);
    }

    /// The menu it stands in.
    public Menu menu() {
        return menu;
    }

    /// Its icon.
    public Feather icon() {
        return icon;
    }

    /// Its shortcut.
    public Optional<String> shortcut() {
        return shortcut;
    }

    /// The line that does the same on the command line.
    public Optional<String> commandLine() {
        return commandLine.get();
    }

    /// What it acts on.
    public Optional<String> subject() {
        return subject.get();
    }
}
