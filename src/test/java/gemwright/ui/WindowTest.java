package gemwright.ui;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.desk.Appearance;
import gemwright.ui.shell.Screen;
import gemwright.ui.task.Job;
import gemwright.ui.text.Phrase;
import gemwright.workbench.Settings;

import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// The frame, driven as a user drives it.
class WindowTest {
    @TempDir private Path data;

    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(data, 1280, 800);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void showsEveryScreenOfTheList() {
        for (Screen screen : Screens.ALL) {
            window.go(screen.id());

            ToggleButton place = (ToggleButton) window.find("#place-" + screen.id());
            assertTrue(place.isSelected(), screen.id());
        }
    }

    @Test
    void speaksChineseWithoutRestart() {
        onWindowThread(() -> window.desk().choices().choose(Settings.LANGUAGE, "zh"));

        assertEquals("主页", ((Labeled) window.find("#place-home")).getText());
        assertEquals(Locale.SIMPLIFIED_CHINESE, window.desk().language().locale().get());
    }

    @Test
    void turnsDarkByItsShortcut() {
        onWindowThread(() -> window.desk().appearance().theme().set(Appearance.Theme.LIGHT));

        new FxRobot()
                .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L)
                .release(KeyCode.L, KeyCode.SHIFT, KeyCode.CONTROL);

        until("the window is dark", () -> window.desk().appearance().dark());
        assertTrue(
                window.scene().getStylesheets().stream().anyMatch(css -> css.endsWith("dark.css")));
    }

    @Test
    void foldsTheNavigationInASmallWindow() throws Exception {
        window.close();
        window = TestWindow.open(data, 900, 600);

        assertEquals(48, window.find(".navigation").getLayoutBounds().getWidth());
    }

    @Test
    void paletteFindsByPinyinAndRuns() {
        onWindowThread(() -> window.desk().choices().choose(Settings.LANGUAGE, "zh"));
        onWindowThread(() -> window.desk().appearance().theme().set(Appearance.Theme.LIGHT));
        FxRobot robot = new FxRobot();

        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        until("the palette is open", () -> window.find("#palette").isVisible());
        TextField field = (TextField) window.find("#palette-field");
        onWindowThread(() -> field.setText("qhqs"));
        robot.type(KeyCode.ENTER);

        until("the window is dark", () -> window.desk().appearance().dark());
    }

    @Test
    void escapeCancelsTheWorkUnderWay() {
        CountDownLatch started = new CountDownLatch(1);
        Job job =
                onWindowThread(
                        () ->
                                window.desk()
                                        .background()
                                        .run(
                                                Phrase.of("status.ready"),
                                                progress -> {
                                                    started.countDown();
                                                    for (long i = 0; ; i++) {
                                                        progress.step("reading", i, 0);
                                                    }
                                                },
                                                _ -> {},
                                                _ -> {}));
        until("the work has begun", () -> started.getCount() == 0);

        new FxRobot().type(KeyCode.ESCAPE);

        until("it is cancelled", () -> job.state().get() == Job.State.CANCELLED);
        until(
                "the status bar says so",
                () -> ((Labeled) window.find("#status")).getText().startsWith("Cancelled"));
    }

    @Test
    void remembersThemeAndLanguage() throws Exception {
        onWindowThread(() -> window.desk().choices().choose(Settings.LANGUAGE, "zh"));
        onWindowThread(() -> window.desk().choices().choose(Settings.THEME, "dark"));
        window.close();

        window = TestWindow.open(data, 1280, 800);

        assertTrue(window.desk().language().chinese());
        assertTrue(window.desk().appearance().dark());
    }
}
