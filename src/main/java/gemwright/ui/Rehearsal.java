package gemwright.ui;

import gemwright.ui.shell.Looks;
import gemwright.ui.shell.Screen;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

import java.nio.file.Path;
import java.util.List;

/// Opens the window on a file, visits every screen once and closes it.
///
/// Part of the packager's walk (`gemwright.Walk`), so that the window too starts from the AOT
/// cache.
public final class Rehearsal extends Application {
    private static final Duration AT_EACH = Duration.millis(400);

    /// Returns when the window has closed itself.
    public static void of(Path file) {
        launch(Rehearsal.class, file.toString());
    }

    @Override
    public void start(Stage stage) {
        Looks.loadFonts();
        Window window = Window.of(stage, _ -> {});
        stage.show();
        window.open(getParameters().getRaw().stream().map(Path::of).toList());
        visit(window, Screens.ALL);
    }

    private static void visit(Window window, List<Screen> left) {
        PauseTransition pause = new PauseTransition(AT_EACH);
        pause.setOnFinished(
                _ -> {
                    if (!window.desk().background().running().isEmpty()) {
                        visit(window, left);
                    } else if (left.isEmpty()) {
                        Platform.exit();
                    } else {
                        window.desk().go(left.getFirst().id());
                        visit(window, left.subList(1, left.size()));
                    }
                });
        pause.play();
    }
}
