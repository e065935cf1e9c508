package gemwright.ui;

import gemwright.base.Home;
import gemwright.base.LogFile;
import gemwright.ui.control.MessageBar;
import gemwright.ui.desk.Action;
import gemwright.ui.desk.Action.Menu;
import gemwright.ui.desk.Actions;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.shell.Screen;
import gemwright.ui.shell.Shell;
import gemwright.ui.task.Job;
import gemwright.ui.text.Phrase;

import javafx.collections.ListChangeListener;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The actions that belong to the window rather than to a screen.
final class StandardActions {
    private final Desk desk;
    private final Stage stage;

    StandardActions(Desk desk, Stage stage) {
        this.desk = desk;
        this.stage = stage;
    }

    /// Puts them into the registry; the screens' own follow.
    void register(List<Screen> screens, Consumer<String> browser) {
        file();
        view();
        for (int i = 0; i < screens.size(); i++) {
            screen(screens.get(i), i + 1);
        }
        help(browser);
        findFiles();
    }

    /// Those that need the shell.
    void register(Shell shell) {
        Actions actions = desk.actions();
        actions.add(
                new Action("run.primary", Menu.RUN, Feather.PLAY, shell::firePrimary)
                        .shortcut("Shortcut+Enter"));
        Action cancel = new Action("run.cancel", Menu.RUN, Feather.X, this::cancel);
        desk.background().running().addListener((ListChangeListener<Job>) _ -> allowCancel(cancel));
        allowCancel(cancel);
        actions.add(cancel);
        actions.add(
                new Action("view.detail", Menu.VIEW, Feather.SIDEBAR, shell::toggleDetail)
                        .shortcut("F9"));
        actions.add(
                new Action(
                                "view.region",
                                Menu.VIEW,
                                Feather.CORNER_RIGHT_DOWN,
                                () -> shell.nextRegion(true))
                        .shortcut("F6"));
        actions.add(
                new Action(
                                "view.regionBefore",
                                Menu.NONE,
                                Feather.CORNER_LEFT_UP,
                                () -> shell.nextRegion(false))
                        .shortcut("Shift+F6"));
        actions.add(
                new Action("help.pages", Menu.HELP, Feather.HELP_CIRCLE, shell::openHelp)
                        .shortcut("F1"));
        actions.add(
                new Action("help.palette", Menu.HELP, Feather.SEARCH, shell::openPalette)
                        .shortcut("Shortcut+K"));
    }

    private void file() {
        Actions actions = desk.actions();
        actions.add(
                new Action("file.open", Menu.FILE, Feather.FOLDER, this::openFiles)
                        .shortcut("Shortcut+O"));
        actions.add(new Action("file.folder", Menu.FILE, Feather.FOLDER_PLUS, this::openFolder));
        Action sample = new Action("file.sample", Menu.FILE, Feather.PLAY, () -> desk.go("home"));
        if (Home.samples().isEmpty()) {
            sample.obstacle().set(Optional.of(Phrase.of("obstacle.noSample")));
        }
        actions.add(sample);
        actions.add(
                new Action("inspect.compare", Menu.MODEL, Feather.COLUMNS, this::openToCompare));
        Action close = new Action("file.close", Menu.FILE, Feather.X, desk.lineage()::close);
        desk.lineage()
                .active()
                .subscribe(
                        now ->
                                close.obstacle()
                                        .set(
                                                now.isPresent()
                                                        ? Optional.empty()
                                                        : Optional.of(
                                                                Phrase.of("obstacle.noModel"))));
        actions.add(close);
        actions.add(
                new Action("file.quit", Menu.FILE, Feather.LOG_OUT, this::quit)
                        .shortcut("Shortcut+Q"));
        actions.add(
                new Action("edit.cli", Menu.EDIT, Feather.TERMINAL, this::copyCommandLine)
                        .shortcut("Shortcut+Shift+C"));
    }

    // As the window's own button does it, so that a running server is asked about.
    private void quit() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private void view() {
        Actions actions = desk.actions();
        actions.add(
                new Action("view.theme", Menu.VIEW, Feather.MOON, this::toggleTheme)
                        .shortcut("Shortcut+Shift+L"));
        actions.add(new Action("view.language", Menu.VIEW, Feather.GLOBE, this::otherLanguage));
    }

    private void screen(Screen screen, int number) {
        desk.actions()
                .add(
                        new Action(
                                        "screen." + screen.id(),
                                        Menu.VIEW,
                                        screen.icon(),
                                        () -> desk.go(screen.id()))
                                .shortcut("Shortcut+" + number));
    }

    private void help(Consumer<String> browser) {
        desk.actions()
                .add(
                        new Action(
                                "help.log",
                                Menu.HELP,
                                Feather.FILE_TEXT,
                                () -> browser.accept(folder(LogFile.path()).toUri().toString())));
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private void findFiles() {
        desk.actions()
                .alsoFind(
                        () ->
                                desk.history().files().stream()
                                        .map(
                                                file ->
                                                        new Actions.Findable(
                                                                "files",
                                                                Phrase.verbatim(
                                                                        String.valueOf(
                                                                                file.path()
                                                                                        .getFileName())),
                                                                Phrase.verbatim(file.detail()),
                                                                Feather.FILE,
                                                                Optional.empty(),
                                                                () ->
                                                                        desk.intake()
                                                                                .take(
                                                                                        List.of(
                                                                                                file
                                                                                                        .path()),
                                                                                        false)))
                                        .toList());
    }

    private void openFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(desk.language().say("action.file.open"));
        Optional.ofNullable(chooser.showOpenMultipleDialog(stage))
                .ifPresent(
                        files ->
                                desk.intake()
                                        .take(files.stream().map(File::toPath).toList(), false));
    }

    private void openToCompare() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(desk.language().say("action.inspect.compare"));
        Optional.ofNullable(chooser.showOpenDialog(stage))
                .ifPresent(file -> desk.intake().take(List.of(file.toPath()), true));
    }

    private void openFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(desk.language().say("action.file.folder"));
        Optional.ofNullable(chooser.showDialog(stage))
                .ifPresent(folder -> desk.intake().take(List.of(folder.toPath()), false));
    }

    private void copyCommandLine() {
        String of = desk.screen().get() + ".run";
        Optional<String> line = desk.actions().find(of).flatMap(Action::commandLine);
        line.ifPresent(MessageBar::copy);
        desk.notices()
                .status(
                        line.isPresent() ? Tone.SUCCESS : Tone.WARNING,
                        line.map(text -> Phrase.of("status.copiedLine", text))
                                .orElse(Phrase.of("obstacle.noCommandLine")));
    }

    private void toggleTheme() {
        desk.appearance().toggle();
        desk.choices()
                .choose(
                        gemwright.workbench.Settings.THEME,
                        desk.appearance().theme().get().name().toLowerCase(Locale.ROOT));
    }

    private void otherLanguage() {
        desk.choices()
                .choose(
                        gemwright.workbench.Settings.LANGUAGE,
                        desk.language().chinese() ? "en" : "zh");
    }

    private void cancel() {
        desk.background().running().stream()
                .reduce((_, last) -> last)
                .ifPresent(
                        job -> {
                            job.cancel();
                            desk.notices()
                                    .status(
                                            Tone.NEUTRAL,
                                            Phrase.of("status.cancelled", job.name()));
                        });
    }

    private void allowCancel(Action cancel) {
        cancel.obstacle()
                .set(
                        desk.background().running().isEmpty()
                                ? Optional.of(Phrase.of("obstacle.nothingRuns"))
                                : Optional.empty());
    }
}
