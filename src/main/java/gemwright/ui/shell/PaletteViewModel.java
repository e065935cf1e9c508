package gemwright.ui.shell;

import gemwright.ui.desk.Action;
import gemwright.ui.desk.Actions;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;
import gemwright.ui.text.Phrase;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the palette finds: actions first, then screens and whatever the screens offer, the best fit
/// of each group first.
final class PaletteViewModel {
    private static final int MOST_OF_A_GROUP = 5;
    private static final int MOST = 12;

    private final Desk desk;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ObservableList<Hit> shownHits = FXCollections.unmodifiableObservableList(hits);
    private final IntegerProperty chosen = new SimpleIntegerProperty();
    private List<Entry> entries = List.of();

    /// Something that can be found.
    ///
    /// @param group heading it stands under, a text `palette.group.GROUP`
    /// @param text its words in the language spoken
    /// @param other its words in the other language, which find it too
    /// @param detail what stands beside them; the reason where it is disabled
    record Entry(
            String group,
            String text,
            String other,
            String detail,
            Feather icon,
            Optional<String> shortcut,
            boolean enabled,
            Runnable go) {}

    /// An entry that fits what was typed.
    record Hit(Entry entry, PaletteMatch match) {}

    PaletteViewModel(Desk desk) {
        this.desk = desk;
        query.addListener(_ -> search());
    }

    /// Takes stock of all that can be found now, and forgets what was typed.
    void open() {
        List<Entry> all = new ArrayList<>();
        Language spoken = desk.language();
        Language unspoken =
                new Language(spoken.chinese() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        for (Action action : desk.actions().all()) {
            if (!action.id().equals("help.palette")) {
                all.add(entry(action, spoken, unspoken));
            }
        }
        for (Actions.Findable one : desk.actions().findables()) {
            all.add(
                    new Entry(
                            one.group(),
                            spoken.say(one.text()),
                            unspoken.say(one.text()),
                            spoken.say(one.detail()),
                            one.icon(),
                            one.shortcut(),
                            true,
                            one.go()));
        }
        entries = List.copyOf(all);
        query.set("");
        search();
    }

    private static Entry entry(Action action, Language spoken, Language unspoken) {
        Optional<Phrase> obstacle = action.obstacle().get();
        return new Entry(
                "actions",
                spoken.say(action.text()),
                unspoken.say(action.text()),
                obstacle.map(spoken::say).orElseGet(() -> action.subject().orElse("")),
                action.icon(),
                action.shortcut(),
                obstacle.isEmpty(),
                action::run);
    }

    private void search() {
        List<Hit> found = new ArrayList<>();
        List<String> groups = entries.stream().map(Entry::group).distinct().toList();
        for (String group : groups) {
            entries.stream()
                    .filter(entry -> entry.group().equals(group))
                    .flatMap(this::hit)
                    .sorted(
                            Comparator.comparingInt((Hit hit) -> -hit.match().score())
                                    .thenComparing(hit -> !hit.entry().enabled()))
                    .limit(MOST_OF_A_GROUP)
                    .forEach(found::add);
        }
        hits.setAll(found.subList(0, Math.min(MOST, found.size())));
        chosen.set(0);
    }

    private java.util.stream.Stream<Hit> hit(Entry entry) {
        return PaletteMatch.of(query.get(), entry.text(), entry.other())
                .map(match -> new Hit(entry, match))
                .stream();
    }

    /// Chooses the entry that many below the chosen one, round and round.
    void step(int by) {
        if (!hits.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + by, hits.size()));
        }
    }

    /// The chosen entry, where it can run.
    Optional<Entry> runnable() {
        return chosen.get() < hits.size()
                ? Optional.of(hits.get(chosen.get()).entry()).filter(Entry::enabled)
                : Optional.empty();
    }

    /// What was typed.
    StringProperty query() {
        return query;
    }

    /// What fits, group by group.
    ObservableList<Hit> hits() {
        return shownHits;
    }

    /// Place of the chosen hit.
    IntegerProperty chosen() {
        return chosen;
    }

    /// How much can be found in all.
    int total() {
        return entries.size();
    }
}
