package gemwright.ui;

import gemwright.base.Problem;
import gemwright.ui.desk.Choices;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.History;
import gemwright.ui.desk.SettingsLink;
import gemwright.ui.desk.Tone;
import gemwright.ui.shell.Looks;
import gemwright.ui.shell.Shell;
import gemwright.ui.task.Background;
import gemwright.ui.text.Language;
import gemwright.ui.text.Phrase;
import gemwright.workbench.Settings;
import gemwright.workbench.Workspace;

import javafx.scene.image.Image;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Puts desk, actions, screens and shell together on a stage.
public final class Window {
    private static final List<Integer> ICONS = List.of(16, 32, 48, 256);

    private final Desk desk;
    private final Shell shell;

    private Window(Desk desk, Shell shell) {
        this.desk = desk;
        this.shell = shell;
    }

    /// Makes the window on the stage, which is not shown yet.
    public static Window of(Stage stage, Consumer<String> browser) {
        Background background = Background.ofWindow();
        Loaded loaded = Loaded.now();
        Language language = new Language(SettingsLink.language(loaded.settings));
        Choices choices = new Choices(loaded.settings, loaded.keeper);
        History history = new History(background, Workspace.chosen(loaded.settings));
        Desk desk = new Desk(language, background, choices, history, Openers::look);
        desk.browseWith(browser);
        SettingsLink.follow(choices, language, desk.appearance());
        Looks.followSystem(desk.appearance());
        StandardActions actions = new StandardActions(desk, stage);
        actions.register(Screens.ALL, browser);
        Shell shell =
                new Shell(
                        desk,
                        Screens.ALL,
                        history.workspace().name(),
                        () -> browser.accept(history.workspace().folder().toUri().toString()));
        actions.register(shell);
        loaded.problem.ifPresent(
                problem ->
                        desk.notices()
                                .status(
                                        Tone.WARNING,
                                        Phrase.verbatim(
                                                problem.render(language.problems()).getFirst())));
        stage.setScene(shell.scene());
        stage.setTitle("Gemwright");
        ICONS.forEach(size -> stage.getIcons().add(icon(size)));
        WindowPlace.restore(stage);
        stage.setOnCloseRequest(new Leaving(desk, stage)::ask);
        stage.setOnHiding(_ -> WindowPlace.keep(stage));
        return new Window(desk, shell);
    }

    private static Image icon(int size) {
        String name = "/gemwright/assets/icons/icon-" + size + ".png";
        java.io.InputStream picture = Window.class.getResourceAsStream(name);
        if (picture == null) {
            throw new IllegalStateException("no picture " + name);
        }
        return new Image(picture);
    }

    /// Opens files, as if they had been dropped.
    public void open(List<Path> files) {
        if (!files.isEmpty()) {
            desk.intake().take(files, false);
        }
    }

    /// What the screens share.
    public Desk desk() {
        return desk;
    }

    /// The frame.
    public Shell shell() {
        return shell;
    }

    /// Shows a defect of ours without closing the window.
    public void report(Throwable defect) {
        Problem problem = Background.defect(defect);
        desk.notices()
                .status(
                        Tone.DANGER,
                        Phrase.verbatim(problem.render(desk.language().problems()).getFirst()));
    }

    /// The settings as they are found.
    ///
    /// @param keeper writes changes; it writes nothing where the file could not be read, so that
    ///   nothing of the user's is lost
    private record Loaded(
            Settings settings, Choices.Keeper keeper, java.util.Optional<Problem> problem) {
        static Loaded now() {
            try {
                return new Loaded(Settings.load(), Settings::save, java.util.Optional.empty());
            } catch (Problem damaged) {
                return new Loaded(
                        Settings.standard(),
                        _ -> {
                            throw damaged;
                        },
                        java.util.Optional.of(damaged));
            }
        }
    }
}
