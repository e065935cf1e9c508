package gemwright.ui.desk;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The data at hand: files that were opened, which of them is the reference that models are held
/// against, and the prediction log.
public final class Shelf {
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ObservableList<Path> shownFiles = FXCollections.unmodifiableObservableList(files);
    private final ObjectProperty<Optional<Path>> reference =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> log = new SimpleObjectProperty<>(Optional.empty());

    /// Adds data files in front of the others; one that is known moves there.
    public void offer(List<Path> more) {
        files.removeAll(more);
        files.addAll(0, more);
    }

    /// Makes a data file the reference, and adds it where it is new.
    public void refer(Path file) {
        if (!files.contains(file)) {
            files.add(file);
        }
        reference.set(Optional.of(file));
    }

    /// Data files, the newest first.
    public ObservableList<Path> files() {
        return shownFiles;
    }

    /// Rows that the model was trained on: the reference of drift, calibration and checks.
    public ObjectProperty<Optional<Path>> reference() {
        return reference;
    }

    /// The prediction log to look at: a folder that serving writes, or a file.
    public ObjectProperty<Optional<Path>> log() {
        return log;
    }
}
