package gemwright.ui;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.task.Outcome;

import javafx.scene.Node;
import javafx.scene.control.Labeled;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files dropped on the window: what is said, and what happens.
class DropTest {
    private static final Path DIGITS =
            Path.of("sample-models", "digits", "digits_cnn.onnx").toAbsolutePath();
    private static final Path ROWS =
            Path.of("sample-models", "employment", "outcomes.csv").toAbsolutePath();

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

    private List<String> said() {
        return onWindowThread(
                () ->
                        window.scene().getRoot().lookupAll("#drop-guide .label").stream()
                                .map(label -> ((Labeled) label).getText())
                                .toList());
    }

    @Test
    void saysWhatWillHappenWhileAModelHovers() {
        FileDrag drag = new FileDrag(window.scene(), List.of(DIGITS));

        drag.hover();

        Node guide = window.find("#drop-guide");
        assertTrue(guide.isVisible());
        assertTrue(said().contains("Open digits_cnn.onnx"), () -> said().toString());
    }

    @Test
    void opensADroppedModel() {
        new FileDrag(window.scene(), List.of(DIGITS)).drop();

        until(
                "the model is in hand",
                () -> window.desk().lineage().file().equals(Optional.of(DIGITS)));
        window.untilIdle();
        assertEquals("inspect", window.desk().screen().get());
        assertFalse(window.find("#drop-guide").isVisible());
    }

    @Test
    void bringsTheDataOfASampleAlong() {
        Path model = Path.of("sample-models", "employment", "employment.joblib");

        onWindowThread(() -> window.window().open(List.of(model)));

        Path reference = Path.of("./sample-models/employment/reference.csv");
        until(
                "its reference is at hand",
                () -> window.desk().shelf().reference().get().equals(Optional.of(reference)));
        assertEquals(
                List.of("production.csv", "outcomes.csv", "reference.csv"),
                window.desk().shelf().files().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @Test
    void takesDroppedRowsAsData() {
        new FileDrag(window.scene(), List.of(ROWS)).drop();

        until(
                "the rows are at hand",
                () -> List.copyOf(window.desk().shelf().files()).equals(List.of(ROWS)));
    }

    @Test
    void givesAWrongFileASentence() throws Exception {
        Path picture = Files.write(data.resolve("holiday.jpg"), new byte[] {1, 2, 3});
        FileDrag drag = new FileDrag(window.scene(), List.of(picture));

        drag.hover();
        assertTrue(
                said().contains("holiday.jpg is nothing that Gemwright reads"),
                () -> said().toString());
        drag.drop();

        until(
                "it is refused",
                () -> window.desk().intake().last().get() instanceof Outcome.Failed<?>);
        Node message = window.find(".message-bar");
        assertTrue(message.isVisible());
    }
}
