package gemwright.ui.desk;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Phrase;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Takes files that the user opens, drops or double-clicked: a model in hand, data on the shelf, a
/// log to the monitor.
public final class Intake {
    private final Desk desk;
    private final Opener opener;
    private final ObjectProperty<Outcome<Seen>> last =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());

    /// What a file turned out to be.
    ///
    /// @param file the file or folder
    /// @param kind what it is
    /// @param detail what was seen in it, such as `scikit-learn 1.7.2`
    public record Seen(Path file, FileKind kind, String detail) {}

    /// The engine's answer to what a file is.
    @FunctionalInterface
    public interface Opener {
        /// Looks into the file.
        ///
        /// @throws Problem where it is nothing of ours, or damaged
        Seen look(Path file, Progress progress) throws Problem;
    }

    /// What would happen with files that hover over the window.
    ///
    /// @param welcome whether they can be taken at all
    /// @param title what will happen, in one sentence
    /// @param text what the user should know about it
    /// @param control what holding Ctrl would do instead; empty where it changes nothing
    public record Promise(boolean welcome, Phrase title, Phrase text, Optional<Phrase> control) {}

    Intake(Desk desk, Opener opener) {
        this.desk = desk;
        this.opener = opener;
    }

    /// Says what would happen; quick, by the name only.
    public Promise promise(List<Path> files) {
        if (files.size() > 1) {
            return new Promise(
                    true,
                    Phrase.of("drop.several", files.size()),
                    Phrase.of("drop.several.text"),
                    Optional.empty());
        }
        Path file = files.getFirst();
        String name = String.valueOf(file.getFileName());
        FileKind kind = FileKind.guess(file);
        String key =
                switch (kind) {
                    case MODEL -> "drop.model";
                    case DATA -> "drop.data";
                    case LOG -> "drop.log";
                    case UNKNOWN -> "drop.unknown";
                };
        Optional<Phrase> control =
                kind == FileKind.MODEL
                        ? desk.lineage()
                                .active()
                                .get()
                                .map(now -> Phrase.of("drop.compare", now.label()))
                        : Optional.empty();
        return new Promise(
                kind != FileKind.UNKNOWN, Phrase.of(key, name), Phrase.of(key + ".text"), control);
    }

    /// Takes them, one after the other; the last one is what the window shows.
    ///
    /// @param control whether Ctrl is held: a second model is compared instead of opened
    public void take(List<Path> files, boolean control) {
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            desk.background()
                    .run(
                            Phrase.of("task.open", name),
                            progress -> opener.look(file.toAbsolutePath(), progress),
                            seen -> place(seen, control),
                            problem -> refuse(name, problem));
        }
    }

    /// What happened to the file taken last; a problem stays until the next.
    public ObjectProperty<Outcome<Seen>> last() {
        return last;
    }

    private void place(Seen seen, boolean control) {
        String name = String.valueOf(seen.file().getFileName());
        last.set(new Outcome.Ready<>(seen));
        desk.notices().status(Tone.SUCCESS, Phrase.of("status.opened", name));
        desk.history()
                .opened(
                        seen.file(),
                        seen.kind() == FileKind.MODEL
                                ? "model"
                                : seen.kind().name().toLowerCase(java.util.Locale.ROOT),
                        seen.detail());
        switch (seen.kind()) {
            case MODEL -> model(seen, control);
            case DATA -> {
                desk.shelf().offer(List.of(seen.file()));
                desk.notices()
                        .toast(
                                new Notices.Notice(
                                        Tone.SUCCESS,
                                        Phrase.of("toast.data", name, seen.detail())));
            }
            case LOG -> {
                desk.shelf().log().set(Optional.of(seen.file()));
                desk.go("drift");
            }
            case UNKNOWN -> throw new IllegalStateException("opened as nothing: " + seen.file());
        }
    }

    // However a sample's model is opened, its data come along.
    private void model(Seen seen, boolean control) {
        Sample.of(seen.file())
                .ifPresent(
                        sample -> {
                            desk.shelf().offer(sample.data());
                            sample.reference().ifPresent(desk.shelf()::refer);
                        });
        if (control && desk.lineage().file().isPresent()) {
            desk.lineage().derive(Variant.of(seen.file()));
            desk.go("quantize");
        } else {
            desk.lineage().open(seen.file());
            desk.go("inspect");
        }
    }

    private void refuse(String name, Problem problem) {
        last.set(new Outcome.Failed<>(problem));
        desk.notices().status(Tone.DANGER, Phrase.of("status.notOpened", name));
        desk.go("home");
    }
}
