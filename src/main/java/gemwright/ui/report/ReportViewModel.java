package gemwright.ui.report;

import gemwright.ui.desk.Action;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Notices;
import gemwright.ui.desk.Tone;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Phrase;
import gemwright.workbench.RunRecord;
import gemwright.workbench.RunState;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The report of the last drift run: its pages, and where they are written to.
///
/// The pages are made by themselves when the screen is shown, in the background, and anew when
/// there is a later run or another language is chosen.
final class ReportViewModel {
    /// Percent of the paper's size.
    static final List<Integer> ZOOMS = List.of(50, 75, 100, 125, 150, 200);

    private static final double POINT = 96.0 / 72;
    private static final int PERCENT = 100;

    private final Desk desk;
    private final Reports reports;
    private final ObjectProperty<Outcome<Preview>> preview =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final ObjectProperty<Outcome<Picture>> picture =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final ObjectProperty<Outcome<Path>> exported =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final ObjectProperty<Locale> language;
    private final IntegerProperty page = new SimpleIntegerProperty();
    private final IntegerProperty zoom = new SimpleIntegerProperty(75);
    private final Action export;
    private Optional<Made> made = Optional.empty();
    private Runnable ask = () -> {};

    /// What the pages were made of.
    private record Made(RunRecord run, Locale language) {}

    ReportViewModel(Desk desk) {
        this(desk, Reports.of(desk.history().workspace()));
    }

    ReportViewModel(Desk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
        this.language = new SimpleObjectProperty<>(desk.language().locale().get());
        this.export = new Action("report.run", Action.Menu.RUN, Feather.DOWNLOAD, () -> ask.run());
        desk.actions().add(export.commandLine(this::commandLine).shortcut("Shortcut+E"));
        preview.subscribe(
                now ->
                        export.obstacle()
                                .set(
                                        now.found().isPresent()
                                                ? Optional.empty()
                                                : Optional.of(Phrase.of("obstacle.noReport"))));
        desk.screen().subscribe(_ -> follow());
        desk.history().runs().addListener((ListChangeListener<RunRecord>) _ -> follow());
        desk.language().locale().subscribe(language::set);
        language.subscribe(_ -> follow());
        preview.subscribe(this::settle);
        page.subscribe(_ -> turn());
        zoom.subscribe(_ -> turn());
    }

    /// The report to look at.
    ObjectProperty<Outcome<Preview>> preview() {
        return preview;
    }

    /// The page that is shown.
    ObjectProperty<Outcome<Picture>> picture() {
        return picture;
    }

    /// Where the report was written last, or why it was not.
    ObjectProperty<Outcome<Path>> exported() {
        return exported;
    }

    /// Language of the report.
    ObjectProperty<Locale> language() {
        return language;
    }

    /// The page shown, from 0.
    IntegerProperty page() {
        return page;
    }

    /// Its size in percent of the paper's.
    IntegerProperty zoom() {
        return zoom;
    }

    /// Exports, after the view has asked where to.
    Action export() {
        return export;
    }

    /// How the view asks for a file.
    void asking(Runnable forFile) {
        ask = forFile;
    }

    /// The drift run that the report tells of: the last one that came to an end.
    Optional<RunRecord> run() {
        return desk.history().runs().stream()
                .filter(run -> run.kind().equals("drift") && run.inputs().size() > 1)
                .filter(run -> run.state() == RunState.DONE || run.state() == RunState.NO)
                .findFirst();
    }

    /// Turns by that many pages, within the report.
    void turn(int by) {
        preview.get()
                .found()
                .ifPresent(report -> page.set(Math.clamp(page.get() + by, 0, report.pages() - 1)));
    }

    /// The next larger or smaller size.
    void zoom(int by) {
        int at = ZOOMS.indexOf(zoom.get());
        zoom.set(ZOOMS.get(Math.clamp(at + by, 0, ZOOMS.size() - 1)));
    }

    /// Writes the report to that file, as its ending says.
    void export(Path file) {
        Optional<Preview> found = preview.get().found();
        if (found.isEmpty()) {
            return;
        }
        Locale in = language.get();
        desk.background()
                .run(
                        Phrase.of("task.export"),
                        progress -> {
                            reports.export(found.get(), file, in, progress);
                            return file;
                        },
                        this::written,
                        problem -> exported.set(new Outcome.Failed<>(problem)));
    }

    private void written(Path file) {
        exported.set(new Outcome.Ready<>(file));
        Phrase words = Phrase.of("report.exported", String.valueOf(file.getFileName()));
        desk.notices().toast(new Notices.Notice(Tone.SUCCESS, words));
    }

    private void follow() {
        if (!desk.screen().get().equals("report")) {
            return;
        }
        Optional<Made> wanted = run().map(run -> new Made(run, language.get()));
        if (wanted.isEmpty() || wanted.equals(made)) {
            return;
        }
        made = wanted;
        page.set(0);
        Made now = wanted.get();
        desk.background()
                .run(
                        Phrase.of("task.report"),
                        progress -> reports.make(now.run(), now.language(), progress),
                        preview);
    }

    /// A report that failed or was stopped is made again at the next visit.
    private void settle(Outcome<Preview> now) {
        if (now instanceof Outcome.Failed || now instanceof Outcome.Stopped) {
            made = Optional.empty();
        }
        turn();
    }

    private void turn() {
        Optional<Preview> found = preview.get().found();
        if (found.isEmpty()) {
            picture.set(new Outcome.Nothing<>());
            return;
        }
        int shown = page.get();
        int percent = zoom.get();
        double scale = POINT * percent / PERCENT;
        desk.background()
                .quietly(
                        _ -> reports.picture(found.get(), shown, scale),
                        drawn -> {
                            if (page.get() == shown && zoom.get() == percent) {
                                picture.set(new Outcome.Ready<>(drawn));
                            }
                        },
                        problem -> picture.set(new Outcome.Failed<>(problem)));
    }

    private Optional<String> commandLine() {
        return preview.get().found().map(report -> report.provenance().command());
    }
}
