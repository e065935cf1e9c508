package gemwright.ui;

import gemwright.base.LogFile;
import gemwright.base.Problem;
import gemwright.ui.shell.Looks;

import javafx.application.Application;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.List;

/// The window of the program.
public final class App extends Application {

    /// Opens the window on those files and returns when it is closed.
    ///
    /// @throws Problem where there is no display to open it on
    public static void open(List<String> files) throws Problem {
        LogFile.open();
        if (!displayed()) {
            throw Problem.of("window.noDisplay", "");
        }
        try {
            launch(App.class, files.toArray(String[]::new));
        } catch (UnsupportedOperationException noToolkit) {
            throw Problem.of("window.noToolkit", "").causedBy(noToolkit);
        }
    }

    // On Linux the toolkit prints a stack trace of its own before it gives up.
    private static boolean displayed() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        return !linux
                || System.getenv("DISPLAY") != null
                || System.getProperty("glass.platform") != null;
    }

    @Override
    public void start(Stage stage) {
        Looks.loadFonts();
        Window window = Window.of(stage, getHostServices()::showDocument);
        Thread.currentThread().setUncaughtExceptionHandler((_, defect) -> window.report(defect));
        stage.show();
        window.open(getParameters().getRaw().stream().map(Path::of).toList());
    }
}
