package gemwright.ui;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.desk.Appearance;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// The way of a model through the window, clicked station by station on the bundled sample.
class JourneyTest {
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

    private void press(String selector) {
        until(
                selector + " can be pressed",
                () ->
                        window.scene().getRoot().lookup(selector) instanceof ButtonBase button
                                && !button.isDisabled());
        Node button = window.find(selector);
        onWindowThread(() -> ((ButtonBase) button).fire());
        window.untilIdle();
    }

    @Test
    void leadsFromTheSampleToACheckedConversion() throws Exception {
        press("#sample-employment");
        assertEquals("inspect", window.desk().screen().get());
        window.photograph("journey-1-model");

        press("#place-convert");
        press("#convert");
        until(
                "the converted model is in hand",
                () ->
                        window.desk().lineage().path().stream()
                                .map(it -> it.label())
                                .toList()
                                .equals(List.of("employment.joblib", "employment.onnx")));
        window.photograph("journey-2-convert");

        press("#place-home");
        until("the run is listed", () -> window.desk().history().runs().size() == 1);
        Path home = window.photograph("journey-home");
        assertTrue(home.toFile().length() > 0);
    }
}
