package gemwright.ui.drift;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.drift.ColumnReport;
import gemwright.drift.DriftJson;
import gemwright.drift.DriftOptions;
import gemwright.drift.DriftReport;
import gemwright.log.LogFolder;
import gemwright.ui.desk.Action;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Notices;
import gemwright.ui.desk.Tone;
import gemwright.ui.task.Outcome;
import gemwright.ui.task.Recording;
import gemwright.ui.text.CommandLine;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Phrase;
import gemwright.workbench.Reporting;
import gemwright.workbench.Run;
import gemwright.workbench.Watching;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What is held against what, and how it came out.
///
/// A look begins by itself when both sides are known and the screen is shown; choosing another
/// side, or dropping a log, looks again.
final class DriftViewModel {
    private final Desk desk;
    private final Engine engine;
    private final ObjectProperty<Optional<Path>> current =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Lately> lately = new SimpleObjectProperty<>(Lately.ALL);
    private final ObjectProperty<Outcome<Watched>> outcome =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final ObjectProperty<Optional<ColumnReport>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty filter = new SimpleStringProperty("");
    private Optional<Asked> last = Optional.empty();

    /// Holds data against a reference.
    @FunctionalInterface
    interface Engine {
        /// Reads both sides and judges them.
        DriftReport watch(Watching.Plan plan, Progress progress) throws Problem;
    }

    /// What a look was asked for.
    private record Asked(Path reference, Path current, Lately lately) {}

    DriftViewModel(Desk desk) {
        this(desk, Watching::watch);
    }

    DriftViewModel(Desk desk, Engine engine) {
        this.desk = desk;
        this.engine = engine;
        Action run = new Action("drift.run", Action.Menu.RUN, Feather.ACTIVITY, this::look);
        Runnable allow = () -> run.obstacle().set(obstacle());
        desk.shelf().reference().subscribe(_ -> allow.run());
        current.subscribe(_ -> allow.run());
        desk.actions().add(run.commandLine(this::commandLine));
        desk.shelf().log().subscribe(log -> log.ifPresent(file -> current.set(Optional.of(file))));
        desk.shelf().files().addListener((ListChangeListener<Path>) this::take);
        desk.shelf().reference().subscribe(_ -> follow());
        current.subscribe(_ -> follow());
        lately.subscribe(_ -> follow());
        desk.screen().subscribe(_ -> follow());
        outcome.subscribe(this::show);
    }

    private Optional<Phrase> obstacle() {
        if (desk.shelf().reference().get().isEmpty()) {
            return Optional.of(Phrase.of("obstacle.noReference"));
        }
        return current.get().isEmpty()
                ? Optional.of(Phrase.of("obstacle.noCurrent"))
                : Optional.empty();
    }

    /// The data to judge: a log or a file.
    ObjectProperty<Optional<Path>> current() {
        return current;
    }

    /// How far back its rows count.
    ObjectProperty<Lately> lately() {
        return lately;
    }

    /// How it came out.
    ObjectProperty<Outcome<Watched>> outcome() {
        return outcome;
    }

    /// The column whose chart is shown.
    ObjectProperty<Optional<ColumnReport>> selected() {
        return selected;
    }

    /// Columns whose name holds this are listed.
    StringProperty filter() {
        return filter;
    }

    /// What can be chosen as reference: data files at hand.
    List<Path> references() {
        return desk.shelf().files().stream()
                .filter(file -> !Optional.of(file).equals(current.get()))
                .toList();
    }

    /// What can be chosen to be judged: the prediction logs of this workspace, and data files.
    List<Path> candidates() {
        Stream<Path> known = Stream.concat(logs().stream(), desk.shelf().log().get().stream());
        return Stream.concat(known, desk.shelf().files().stream())
                .filter(file -> !Optional.of(file).equals(desk.shelf().reference().get()))
                .distinct()
                .toList();
    }

    /// What a file is called in the choices: a log by its model, a file by its name.
    String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return logs().contains(file) ? desk.language().say("drift.ownLog", name) : name;
    }

    /// The prediction logs of this workspace, one a model.
    private List<Path> logs() {
        Path folder = desk.history().workspace().logs();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> models = Files.list(folder)) {
            return models.filter(LogFolder::matches).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /// The log of the model in hand, where nothing else was chosen.
    private void takeOwnLog() {
        if (current.get().isEmpty()) {
            current.set(
                    desk.lineage()
                            .file()
                            .flatMap(
                                    model ->
                                            logs().stream()
                                                    .filter(log -> isOf(log, model))
                                                    .findFirst()));
        }
    }

    /// Serving names a model, and its log, after its file without the ending.
    private static boolean isOf(Path log, Path model) {
        String name = String.valueOf(model.getFileName());
        int dot = name.lastIndexOf('.');
        return String.valueOf(log.getFileName()).equals(dot <= 0 ? name : name.substring(0, dot));
    }

    /// A file that comes in while the screen is shown, and a reference is there, is to be judged.
    private void take(ListChangeListener.Change<? extends Path> change) {
        while (change.next()) {
            if (desk.screen().get().equals("drift") && change.getAddedSize() == 1) {
                Path file = change.getAddedSubList().getFirst();
                Optional<Path> reference = desk.shelf().reference().get();
                if (reference.isPresent() && !reference.get().equals(file)) {
                    current.set(Optional.of(file));
                }
            }
        }
    }

    private void follow() {
        if (!desk.screen().get().equals("drift")) {
            return;
        }
        takeOwnLog();
        if (!asked().equals(last)) {
            look();
        }
    }

    private Optional<Asked> asked() {
        Optional<Path> reference = desk.shelf().reference().get();
        return reference.isEmpty() || current.get().isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(reference.get(), current.get().get(), lately.get()));
    }

    /// Reads both sides and judges them.
    void look() {
        last = asked();
        if (last.isEmpty()) {
            outcome.set(new Outcome.Nothing<>());
            return;
        }
        Asked now = last.get();
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        now.lately().length().ifPresent(length -> settings.put("latest", length.toString()));
        Recording recording =
                new Recording(
                        desk.history().workspace(),
                        "drift",
                        List.of(now.reference(), now.current()),
                        settings);
        Watching.Plan plan =
                new Watching.Plan(
                        now.reference(),
                        List.of(now.current()),
                        Optional.empty(),
                        DriftOptions.recommended(),
                        now.lately().length());
        desk.background()
                .run(
                        Phrase.of("task.drift", name(now.current())),
                        progress -> {
                            Recording.Recorded<DriftReport> done =
                                    recording.of(
                                            step -> engine.watch(plan, step), this::end, progress);
                            return new Watched(done.result(), plan, done.run());
                        },
                        outcome);
    }

    /// Writes the report of what is shown beside its run, in the language of the window.
    void report() {
        outcome.get().found().ifPresent(this::write);
    }

    private void write(Watched watched) {
        Path file =
                desk.history()
                        .workspace()
                        .folder()
                        .resolve("runs")
                        .resolve(Integer.toString(watched.run()))
                        .resolve("report.pdf");
        Locale spoken = desk.language().locale().get();
        desk.background()
                .run(
                        Phrase.of("task.report"),
                        progress -> {
                            Reporting.write(
                                    watched.report(),
                                    Reporting.provenance(watched.plan(), progress),
                                    file,
                                    spoken,
                                    progress);
                            return file;
                        },
                        this::written,
                        problem ->
                                desk.notices()
                                        .toast(
                                                new Notices.Notice(
                                                        Tone.DANGER,
                                                        Phrase.verbatim(
                                                                problem.render(
                                                                                desk.language()
                                                                                        .problems())
                                                                        .getFirst()))));
    }

    private void written(Path file) {
        desk.notices().status(Tone.SUCCESS, Phrase.of("status.report", Figures.folder(file)));
        desk.notices()
                .toast(
                        new Notices.Notice(
                                Tone.SUCCESS,
                                Phrase.of("toast.report"),
                                Optional.of(
                                        new Notices.Link(
                                                Phrase.of("open"),
                                                () -> desk.browse(file.toUri().toString())))));
    }

    /// Without rows there is nothing that a report could tell of later.
    private void end(Run run, DriftReport report) throws Problem {
        if (report.currentRows() == 0) {
            run.failed(desk.language().say("drift.summary.empty"));
            return;
        }
        long drifted = report.columns().stream().filter(ColumnReport::drifted).count();
        String summary = desk.language().say("drift.summary", drifted, report.ranked().size());
        Map<String, @Nullable Object> json = DriftJson.of(report, desk.language().locale().get());
        if (report.drifted()) {
            run.answeredNo(summary, json);
        } else {
            run.done(summary, json);
        }
    }

    private void show(Outcome<Watched> now) {
        Optional<Watched> watched = now.found();
        if (watched.isEmpty()) {
            selected.set(Optional.empty());
            return;
        }
        selected.set(watched.get().columns().stream().findFirst());
        int drifted = watched.get().drifted();
        desk.health().drifted().set(drifted);
        desk.history().refresh();
        desk.notices()
                .status(
                        Tone.SUCCESS,
                        Phrase.of(
                                "status.drift",
                                desk.language()
                                        .figures()
                                        .count(watched.get().report().currentRows()),
                                Integer.toString(watched.get().run())));
        if (drifted > 0) {
            desk.notices().kept().add(new Notices.Notice(Tone.WARNING, warning(drifted)));
        }
    }

    private static Phrase warning(int drifted) {
        return Phrase.of("status.drifted", drifted);
    }

    /// The line that does the same; empty while a side is missing.
    Optional<String> commandLine() {
        return asked().filter(now -> now.lately() == Lately.ALL)
                .map(
                        now ->
                                "gemwright drift --reference "
                                        + CommandLine.quoted(now.reference())
                                        + " --current "
                                        + CommandLine.quoted(now.current()));
    }
}
