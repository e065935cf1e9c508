package gemwright.ui.desk;

import gemwright.ui.text.Phrase;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// All that the user can do, in the order of the menus, and all that the palette can find beside.
public final class Actions {
    private final ObservableList<Action> all = FXCollections.observableArrayList();
    private final ObservableList<Action> shownAll = FXCollections.unmodifiableObservableList(all);
    private final List<Supplier<List<Findable>>> finders = new ArrayList<>();

    /// Something the palette leads to that is no action: a screen, a recent file, a node, a
    /// setting.
    ///
    /// @param group heading it stands under, a text `palette.group.GROUP`
    /// @param text its words
    /// @param detail what stands beside them, muted
    /// @param icon its icon
    /// @param shortcut keys that lead there too
    /// @param go leads there
    public record Findable(
            String group,
            Phrase text,
            Phrase detail,
            Feather icon,
            Optional<String> shortcut,
            Runnable go) {}

    /// Adds one.
    ///
    /// @throws IllegalArgumentException where the id is taken
    public Action add(Action action) {
        if (find(action.id()).isPresent()) {
            throw new IllegalArgumentException("two actions are called " + action.id());
        }
        all.add(action);
        return action;
    }

    /// All, in the order added.
    public ObservableList<Action> all() {
        return shownAll;
    }

    /// The action of that name.
    public Optional<Action> find(String id) {
        return all.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /// The action of that name.
    ///
    /// @throws IllegalArgumentException where there is none
    public Action get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no action " + id));
    }

    /// Lets the palette find more; asked each time it opens.
    public void alsoFind(Supplier<List<Findable>> finder) {
        finders.add(finder);
    }

    /// What the palette can find beside the actions, now.
    public List<Findable> findables() {
        return finders.stream().flatMap(finder -> finder.get().stream()).toList();
    }
}
