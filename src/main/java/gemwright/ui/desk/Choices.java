package gemwright.ui.desk;

import gemwright.base.Problem;
import gemwright.workbench.Settings;
import gemwright.workbench.Settings.Setting;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The settings as the window holds them: a change applies at once, is written at once, and can be
/// undone.
public final class Choices {
    private final ObjectProperty<Settings> settings;
    private final ObjectProperty<Optional<Problem>> problem =
            new SimpleObjectProperty<>(Optional.empty());
    private final Keeper keeper;
    private final Deque<Settings> before = new ArrayDeque<>();
    private final Deque<Settings> undone = new ArrayDeque<>();

    /// Where settings are kept.
    @FunctionalInterface
    public interface Keeper {
        /// Keeps them.
        void keep(Settings settings) throws Problem;
    }

    /// Starts with those; each change goes to the keeper.
    public Choices(Settings start, Keeper keeper) {
        this.settings = new SimpleObjectProperty<>(start);
        this.keeper = keeper;
    }

    /// The settings now.
    public ReadOnlyObjectProperty<Settings> settings() {
        return settings;
    }

    /// Why the last change could not be kept; it applies until the window closes all the same.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /// Chooses a value, where the setting takes it.
    ///
    /// @return whether it does
    public boolean choose(Setting setting, Object value) {
        Settings now = settings.get();
        try {
            change(now.with(setting, value));
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /// Goes back to the default.
    public void reset(Setting setting) {
        change(settings.get().without(setting));
    }

    /// Goes back to the defaults of them all, as one step to undo.
    public void reset(Iterable<Setting> several) {
        Settings now = settings.get();
        for (Setting setting : several) {
            now = now.without(setting);
        }
        change(now);
    }

    /// Takes the last change back.
    public void undo() {
        if (!before.isEmpty()) {
            undone.push(settings.get());
            put(before.pop());
        }
    }

    /// Makes the change again that was taken back.
    public void redo() {
        if (!undone.isEmpty()) {
            before.push(settings.get());
            put(undone.pop());
        }
    }

    private void change(Settings next) {
        before.push(settings.get());
        undone.clear();
        put(next);
    }

    private void put(Settings next) {
        settings.set(next);
        try {
            keeper.keep(next);
            problem.set(Optional.empty());
        } catch (Problem unwritable) {
            problem.set(Optional.of(unwritable));
        }
    }
}
