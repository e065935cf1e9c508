package gemwright.ui;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.desk.Appearance;
import gemwright.workbench.Settings;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/// The way of a model through the window, clicked station by station on the bundled sample.
class JourneyTest {
    @TempDir private Path data;

    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(data, 1280, 800);
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        onWindowThread(
                () -> {
                    window.desk().choices().choose(Settings.PORT, (long) port);
                    window.desk().appearance().theme().set(Appearance.Theme.LIGHT);
                });
    }

    @AfterEach
    void close() {
        onWindowThread(() -> window.desk().actions().get("serve.stop").run());
        window.untilIdle();
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
    void leadsFromTheSampleToTheReport() throws Exception {
        press("#sample-employment");
        assertEquals("inspect", window.desk().screen().get());
        window.photograph("journey-1-model");

        press("#place-convert");
        press("#convert");
        untilInHand("employment.joblib", "employment.onnx");
        window.photograph("journey-2-convert");

        press("#place-quantize");
        press("#method-dynamic-int8");
        press("#quantize");
        until("the smaller model is in hand", () -> window.desk().lineage().path().size() == 3);
        window.photograph("journey-3-quantize");

        press("#place-serve");
        press("#start");
        until("the form is there", () -> shown("#field-age"));
        press("#send");
        until("the answer is there", () -> shown("#answer-json"));
        assertTrue(insideTheWindow(".live-body"), "the live figures are cut off");
        window.photograph("journey-4-serve");

        press("#tab-snippets");
        until("the request can be saved", () -> shown("#save-request"));
        assertTrue(insideTheWindow("#save-request"), "the menu is cut off");
        window.photograph("journey-4-snippets");

        press("#place-drift");
        choose("#drift-current", "production.csv");
        until("the verdict is there", () -> shown("#verdict"));
        window.untilIdle();
        assertEquals("2 of 16 features drifted", ((Labeled) window.find("#verdict")).getText());
        window.photograph("journey-5-monitor");

        press("#place-report");
        until("the report's first page is drawn", () -> drawn(".report-ground > .image-view"));
        until("it can be exported", () -> !window.find("#export-pdf").isDisabled());
        window.photograph("journey-6-report");

        press("#place-home");
        until("every station is reached", () -> !shown("#continue"));
        window.photograph("journey-home");
    }

    private void untilInHand(String... names) {
        until(
                List.of(names) + " are in hand",
                () ->
                        window.desk().lineage().path().stream()
                                .map(it -> it.label())
                                .toList()
                                .equals(List.of(names)));
    }

    @SuppressWarnings("unchecked") // the choice holds files
    private void choose(String selector, String name) {
        until(selector + " is there", () -> shown(selector));
        ComboBox<Path> box = (ComboBox<Path>) window.find(selector);
        onWindowThread(
                () ->
                        box.setValue(
                                box.getItems().stream()
                                        .filter(file -> file.endsWith(name))
                                        .findFirst()
                                        .orElseThrow()));
    }

    private boolean insideTheWindow(String selector) {
        Node node = window.find(selector);
        return onWindowThread(
                () ->
                        node.localToScene(node.getLayoutBounds()).getMaxX()
                                <= window.scene().getWidth());
    }

    private boolean shown(String selector) {
        return window.scene().getRoot().lookup(selector) != null;
    }

    private boolean drawn(String selector) {
        return window.scene().getRoot().lookup(selector) instanceof ImageView paper
                && paper.getImage() != null;
    }
}
