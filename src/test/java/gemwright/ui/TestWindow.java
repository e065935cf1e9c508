package gemwright.ui;

import gemwright.ui.desk.Desk;
import gemwright.ui.shell.Looks;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.imageio.ImageIO;

/// The real window for a test: on a data folder of its own, in a size asked for, photographed into
/// `target/screenshots`.
///
/// Close it, so that the next test finds no window and no property of this one.
public final class TestWindow implements AutoCloseable {
    private static final int SECONDS = 20;

    private final Window window;
    private final Stage stage;

    private TestWindow(Window window, Stage stage) {
        this.window = window;
        this.stage = stage;
    }

    /// Opens the window with that folder as the user's data folder.
    public static TestWindow open(Path data, double width, double height) throws TimeoutException {
        System.setProperty("gemwright.data", data.toString());
        FxToolkit.registerPrimaryStage();
        return onWindowThread(
                () -> {
                    Looks.loadFonts();
                    Stage stage = new Stage(javafx.stage.StageStyle.UNDECORATED);
                    Window window = Window.of(stage, _ -> {});
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(width);
                    stage.setHeight(height);
                    stage.show();
                    return new TestWindow(window, stage);
                });
    }

    /// What the screens share.
    public Desk desk() {
        return window.desk();
    }

    /// The window itself.
    public Window window() {
        return window;
    }

    /// Its scene.
    public Scene scene() {
        return stage.getScene();
    }

    /// Does something on the window's thread and waits for it.
    public static <T> T onWindowThread(Callable<T> action) {
        try {
            return WaitForAsyncUtils.asyncFx(action).get(SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException
                | InterruptedException
                | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    /// Does something on the window's thread and waits for it.
    public static void onWindowThread(Runnable action) {
        onWindowThread(
                () -> {
                    action.run();
                    return true;
                });
    }

    /// Waits until the condition holds on the window's thread.
    public static void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> onWindowThread(condition));
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain until " + what, late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until no work is under way.
    public void untilIdle() {
        until("no work is under way", () -> desk().background().running().isEmpty());
    }

    /// The node of that selector, such as `#status`.
    public Node find(String selector) {
        Node found = onWindowThread(() -> scene().getRoot().lookup(selector));
        if (found == null) {
            throw new AssertionError("nothing fits " + selector);
        }
        return found;
    }

    /// Goes to a screen.
    public void go(String screen) {
        onWindowThread(() -> desk().go(screen));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Writes a picture of the window to `target/screenshots/NAME.png`.
    public Path photograph(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage picture = onWindowThread(() -> copy(scene().snapshot(null)));
        Path file = Path.of("target", "screenshots", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private static BufferedImage copy(WritableImage shot) {
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = shot.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return picture;
    }

    @Override
    public void close() {
        onWindowThread(
                () -> {
                    desk().background().cancelAll();
                    stage.close();
                });
        System.clearProperty("gemwright.data");
        Platform.setImplicitExit(false);
    }
}
