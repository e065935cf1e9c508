package gemwright.ui.quantize;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.TestWindow;
import gemwright.ui.desk.Appearance;
import gemwright.workbench.RunRecord;
import gemwright.workbench.RunState;
import gemwright.workbench.Settings;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The Quantize screen in the real window, on the digits sample.
class QuantizeScreenTest {
    private static final Path DIGITS = Path.of("sample-models/digits").toAbsolutePath();

    @TempDir private Path data;

    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(data, 1280, 800);
        onWindowThread(() -> window.desk().appearance().theme().set(Appearance.Theme.LIGHT));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void asksForAModelFirst() {
        window.go("quantize");

        assertTrue(((Button) window.find("#quantize")).isDisabled());
    }

    @Test
    void keepsASmallerModelThatStaysWithinTheLimit() throws Exception {
        take();
        assertEquals(
                "label",
                ((ComboBox<?>) window.find("#quantize-label"))
                        .getValue()
                        .toString()
                        .replaceAll("Optional\\[|]", ""));

        press();

        RunRecord run = window.desk().history().runs().getFirst();
        assertEquals(RunState.DONE, run.state());
        Path made = window.desk().lineage().file().orElseThrow();
        assertTrue(Files.size(made) < Files.size(DIGITS.resolve("digits_cnn.onnx")));
        window.photograph("quantize-light-en");
        onWindowThread(() -> window.desk().appearance().theme().set(Appearance.Theme.DARK));
        onWindowThread(() -> window.desk().choices().choose(Settings.LANGUAGE, "zh"));
        window.photograph("quantize-dark-zh");
    }

    @Test
    void aModelThatIsSmallerByNothingLeavesNoFile() throws Exception {
        take();
        press();
        Path made = window.desk().lineage().file().orElseThrow();

        // what is INT8 already cannot be made smaller once more
        press();

        RunRecord run = window.desk().history().runs().getFirst();
        assertEquals(RunState.NO, run.state());
        assertEquals(made, window.desk().lineage().file().orElseThrow());
        assertFalse(
                Files.exists(
                        window.desk()
                                .history()
                                .workspace()
                                .folderOf(run)
                                .resolve("digits_cnn-int8-int8.onnx")));
    }

    private void take() {
        onWindowThread(
                () -> {
                    window.desk().shelf().offer(List.of(DIGITS.resolve("test.npz")));
                    window.desk().intake().take(List.of(DIGITS.resolve("digits_cnn.onnx")), false);
                });
        window.untilIdle();
        window.go("quantize");
        until(
                "the label is found",
                () ->
                        window.scene().getRoot().lookup("#quantize-label")
                                        instanceof ComboBox<?> box
                                && String.valueOf(box.getValue()).contains("label"));
        onWindowThread(() -> ((Slider) window.find(".slider")).setValue(1));
    }

    private void press() {
        int before = window.desk().history().runs().size();
        onWindowThread(() -> ((Button) window.find("#quantize")).fire());
        until(
                "the run has ended",
                () ->
                        window.desk().history().runs().size() == before + 1
                                && window.desk().history().runs().getFirst().state()
                                        != RunState.RUNNING
                                && window.desk().background().running().isEmpty());
    }
}
