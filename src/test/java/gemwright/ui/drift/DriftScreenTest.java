package gemwright.ui.drift;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.TestWindow;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The Monitor screen, driven as a user drives it, on the bundled sample.
class DriftScreenTest {
    private static final Path SAMPLE = Path.of("sample-models", "employment").toAbsolutePath();

    @TempDir private Path data;

    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(data, 1280, 800);
        onWindowThread(
                () -> {
                    window.desk().shelf().offer(List.of(SAMPLE.resolve("production.csv")));
                    window.desk().shelf().refer(SAMPLE.resolve("reference.csv"));
                });
        window.go("drift");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @SuppressWarnings("unchecked") // the choice holds paths
    private void choose(String selector, Path file) {
        ComboBox<Path> box = (ComboBox<Path>) window.find(selector);
        onWindowThread(() -> box.setValue(file));
    }

    @Test
    void showsTheVerdictsOfTheSample() {
        choose("#drift-current", SAMPLE.resolve("production.csv"));

        until("the verdict is there", () -> window.scene().getRoot().lookup("#verdict") != null);
        assertEquals("2 of 16 features drifted", ((Labeled) window.find("#verdict")).getText());
        assertEquals(16, ((TableView<?>) window.find("#features")).getItems().size());
        assertEquals("2", ((Labeled) window.find(".place-count")).getText());
    }

    @Test
    void saysWhyInTheLanguageOfTheWindow() {
        choose("#drift-current", SAMPLE.resolve("production.csv"));
        until("the verdict is there", () -> window.scene().getRoot().lookup("#verdict") != null);

        onWindowThread(() -> window.desk().language().speak(Locale.CHINESE));

        until("it says why", () -> window.scene().getRoot().lookup("#why") != null);
        assertTrue(((Labeled) window.find("#why")).getText().startsWith("原因："));
        assertEquals("16 个特征中有 2 个漂移", ((Labeled) window.find("#verdict")).getText());
    }

    @Test
    void showsTheColumnThatIsSelected() {
        choose("#drift-current", SAMPLE.resolve("production.csv"));
        until("the verdict is there", () -> window.scene().getRoot().lookup("#verdict") != null);

        onWindowThread(
                () -> ((TableView<?>) window.find("#features")).getSelectionModel().select(1));

        until(
                "it says how the mean moved",
                () -> ((Labeled) window.find("#why")).getText().startsWith("Why: mean "));
    }
}
