package gemwright.ui;

import gemwright.ui.desk.Choices;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.History;
import gemwright.ui.task.Background;
import gemwright.ui.text.Language;
import gemwright.workbench.Settings;
import gemwright.workbench.Workspace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A desk without a window: the test's thread plays the window's.
public final class TestDesk implements AutoCloseable {
    private static final int SECONDS = 60;

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Desk desk;

    /// A desk whose user's data folder and workspace lie in that folder.
    public TestDesk(Path folder) {
        System.setProperty("gemwright.data", folder.toString());
        Background background = new Background(window::add);
        desk =
                new Desk(
                        new Language(Locale.ENGLISH),
                        background,
                        new Choices(Settings.standard(), _ -> {}),
                        new History(background, Workspace.at(folder.resolve("workspace"))),
                        Openers::look);
    }

    /// The desk.
    public Desk desk() {
        return desk;
    }

    /// Plays the window until no work is under way.
    public void playUntilIdle() {
        try {
            while (!desk.background().running().isEmpty()) {
                Runnable next = window.poll(SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("the work does not come back");
                }
                next.run();
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        desk.background().cancelAll();
        System.clearProperty("gemwright.data");
    }
}
