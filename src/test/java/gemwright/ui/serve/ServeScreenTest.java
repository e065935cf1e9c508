package gemwright.ui.serve;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.TestWindow;
import gemwright.workbench.Settings;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/// The Serve screen, driven as a user drives it, on the bundled sample.
class ServeScreenTest {
    private static final Path SAMPLE = Path.of("sample-models", "employment");

    @TempDir private Path data;

    private TestWindow window;
    private int port;

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(data, 1280, 800);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        onWindowThread(
                () -> {
                    window.desk().choices().choose(Settings.PORT, (long) port);
                    window.desk().shelf().refer(SAMPLE.resolve("reference.csv").toAbsolutePath());
                    window.desk()
                            .lineage()
                            .open(SAMPLE.resolve("employment.joblib").toAbsolutePath());
                });
        window.go("serve");
    }

    @AfterEach
    void close() {
        onWindowThread(() -> window.desk().actions().get("serve.stop").run());
        window.untilIdle();
        window.close();
    }

    private void press(String button) {
        onWindowThread(() -> ((Button) window.find(button)).fire());
    }

    @Test
    void servesTheSampleAndAnswersARequest() {
        press("#start");
        until("the form is there", () -> shown("#field-age"));
        ComboBox<?> sex = (ComboBox<?>) window.find("#field-sex");
        assertEquals(java.util.List.of("female", "male"), sex.getItems());

        press("#send");

        until("the answer is there", () -> shown("#answer-json"));
        assertEquals(port, window.desk().health().serving().get().orElseThrow().port());
    }

    @Test
    void sendsWithControlEnter() {
        press("#start");
        until("the form is there", () -> shown("#field-age"));

        new FxRobot().press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);

        until("the answer is there", () -> shown("#answer-json"));
    }

    @Test
    void offersTheNextPortWhereItsOwnIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            press("#start");
            until("it offers another port", () -> shown("#use-port"));
            String words = onWindowThread(() -> ((Labeled) window.find("#use-port")).getText());
            assertTrue(!words.contains(Integer.toString(taken.getLocalPort())), words);

            press("#use-port");

            until("the form is there", () -> shown("#field-age"));
            assertTrue(words.endsWith(Integer.toString(servedPort())), words);
        }
    }

    @Test
    void cancelsALoadTest() {
        press("#start");
        until("the form is there", () -> shown("#field-age"));
        press("#load-run");
        until("it runs", () -> shown("#load-cancel"));

        press("#load-cancel");

        until("it can run again", () -> shown("#load-run"));
    }

    private int servedPort() {
        return window.desk().health().serving().get().orElseThrow().port();
    }

    private boolean shown(String selector) {
        return window.scene().getRoot().lookup(selector) != null;
    }
}
