package gemwright.ui;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import gemwright.ui.desk.Action;
import gemwright.ui.desk.Tone;
import gemwright.ui.shell.Screen;
import gemwright.ui.text.Phrase;
import gemwright.workbench.Settings;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The window without a mouse, and for a screen reader.
class KeyboardTest {
    private static final Path MODEL = Path.of("sample-models", "employment", "employment.joblib");

    @TempDir private Path data;

    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(data, 1280, 800);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void press(KeyCode... keys) {
        robot.press(keys);
        robot.release(List.of(keys).reversed().toArray(KeyCode[]::new));
    }

    private void openModel() {
        onWindowThread(() -> window.window().open(List.of(MODEL)));
        window.untilIdle();
    }

    @Test
    void everyControlThatTakesTheFocusHasAName() {
        List<String> nameless = new ArrayList<>();
        openModel();
        for (Screen screen : Screens.ALL) {
            window.go(screen.id());
            window.untilIdle();
            onWindowThread(() -> collect(window.scene().getRoot(), screen.id(), nameless));
        }

        assertEquals(List.of(), nameless);
    }

    private static void collect(Node node, String screen, List<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && node instanceof Control control && !named(control)) {
            nameless.add(screen + ": " + control);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, screen, nameless));
        }
    }

    private static boolean named(Control control) {
        return filled(control.getAccessibleText())
                || (control instanceof Labeled labeled && filled(labeled.getText()))
                || control.getScene().getRoot().lookupAll(".label").stream()
                        .anyMatch(
                                it ->
                                        it instanceof Label label
                                                && control.equals(label.getLabelFor()));
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    @Test
    void everyScreenHasItsNumber() {
        KeyCode[] digits = {
            KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
            KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8
        };
        for (int i = 0; i < Screens.ALL.size(); i++) {
            press(KeyCode.CONTROL, digits[i]);

            String id = Screens.ALL.get(i).id();
            until(id + " shows", () -> window.desk().screen().get().equals(id));
        }
    }

    @Test
    void f6GoesRoundTheRegions() {
        openModel();
        Set<String> visited = new LinkedHashSet<>();
        for (int i = 0; i < 5; i++) {
            press(KeyCode.F6);
            visited.add(onWindowThread(this::region));
        }

        assertEquals(Set.of("menu-row", "navigation", "page", "detail", "status-line"), visited);
    }

    private String region() {
        Node node = window.scene().getFocusOwner();
        while (node != null) {
            for (String style : node.getStyleClass()) {
                if (Set.of("menu-row", "navigation", "page", "detail", "status-line")
                        .contains(style)) {
                    return style;
                }
            }
            node = node.getParent();
        }
        return "nowhere";
    }

    @Test
    void theTabKeyReachesEveryPartOfAScreenAndComesBack() {
        openModel();
        window.go("convert");
        Node first = onWindowThread(() -> window.scene().getFocusOwner());
        Set<Node> visited = new LinkedHashSet<>();
        Set<String> regions = new LinkedHashSet<>();
        Node at = first;
        do {
            visited.add(at);
            regions.add(onWindowThread(this::region));
            press(KeyCode.TAB);
            at = onWindowThread(() -> window.scene().getFocusOwner());
        } while (!visited.contains(at) && visited.size() < 200);

        assertEquals(first, at, "the tab key is caught");
        assertEquals(Set.of("menu-row", "navigation", "page", "status-line"), regions);
    }

    @Test
    void copiesTheCommandLineOfTheScreen() {
        openModel();
        window.go("inspect");

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);

        until(
                "it is on the clipboard",
                () -> {
                    String copied = Clipboard.getSystemClipboard().getString();
                    return copied != null && copied.startsWith("gemwright inspect ");
                });
    }

    @Test
    void f1OpensTheHelpOfTheScreenAndEscapeClosesIt() {
        window.go("convert");

        press(KeyCode.F1);

        until("the help shows", () -> window.find("#help").isVisible());
        assertEquals(
                "Convert a model to ONNX",
                ((Labeled) window.find(".help-text > .title")).getText());
        press(KeyCode.ESCAPE);
        until("it is closed", () -> !window.find("#help").isVisible());
    }

    @Test
    void keepsWhatWentWrongInAListAtTheFoot() {
        onWindowThread(() -> window.desk().notices().status(Tone.DANGER, Phrase.verbatim("broke")));
        onWindowThread(() -> window.desk().notices().status(Tone.SUCCESS, Phrase.verbatim("fine")));

        MenuButton list = (MenuButton) window.find("#warnings");
        assertEquals("1", list.getText());
        onWindowThread(() -> list.getItems().getLast().fire());

        until("the list is gone", () -> window.scene().getRoot().lookup("#warnings") == null);
    }

    @Test
    void everyActionStandsInAMenuOrThePaletteWithWords() {
        for (Action action : window.desk().actions().all()) {
            assertFalse(window.desk().language().say(action.text()).isBlank(), action.id());
        }
    }

    @Test
    void theNumberOfThreadsHoldsForTheEngineAtOnce() {
        onWindowThread(() -> window.desk().choices().choose(Settings.THREADS, 3L));
        assertEquals("3", System.getProperty("gemwright.threads"));

        onWindowThread(() -> window.desk().choices().reset(Settings.THREADS));
        assertNull(System.getProperty("gemwright.threads"));
    }
}
