package gemwright.ui.desk;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The model in hand: the file that was opened, what was made of it, and which of them every screen
/// works on.
public final class Lineage {
    private final ObservableList<Variant> variants = FXCollections.observableArrayList();
    private final ObservableList<Variant> shownVariants =
            FXCollections.unmodifiableObservableList(variants);
    private final ObjectProperty<Optional<Variant>> active =
            new SimpleObjectProperty<>(Optional.empty());

    /// Takes another model in hand; what was made of the former one is let go.
    public void open(Path file) {
        Optional<Variant> known = find(file);
        if (known.isEmpty()) {
            variants.setAll(Variant.of(file));
        }
        active.set(Optional.of(known.orElseGet(variants::getFirst)));
    }

    /// Adds what was made of the active variant, and works on it from now on.
    public void derive(Variant made) {
        find(made.file()).ifPresent(variants::remove);
        variants.add(made);
        active.set(Optional.of(made));
    }

    /// Works on that variant from now on.
    public void choose(Variant variant) {
        if (variants.contains(variant)) {
            active.set(Optional.of(variant));
        }
    }

    /// Puts the model away.
    public void close() {
        active.set(Optional.empty());
        variants.clear();
    }

    /// The variants from the opened file on.
    public ObservableList<Variant> variants() {
        return shownVariants;
    }

    /// The variants from the opened file to the active one: the path that a screen shows.
    public List<Variant> path() {
        return active.get()
                .map(last -> List.copyOf(variants.subList(0, variants.indexOf(last) + 1)))
                .orElse(List.of());
    }

    /// The variant that screens work on.
    public ObjectProperty<Optional<Variant>> active() {
        return active;
    }

    /// The file that screens work on.
    public Optional<Path> file() {
        return active.get().map(Variant::file);
    }

    private Optional<Variant> find(Path file) {
        return variants.stream().filter(one -> one.file().equals(file)).findFirst();
    }
}
