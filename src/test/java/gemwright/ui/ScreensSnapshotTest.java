package gemwright.ui;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.ui.desk.Action;
import gemwright.ui.desk.Appearance;
import gemwright.ui.shell.Screen;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Photographs every screen in both themes and languages into `target/screenshots`, and finds
/// labels that are cut off.
class ScreensSnapshotTest {
    private static final Path SAMPLE = Path.of("sample-models", "employment");

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
    void noLabelIsCutOffInAnyThemeAndLanguage() throws Exception {
        List<String> cut = new ArrayList<>();
        fill();
        for (Appearance.Theme theme : List.of(Appearance.Theme.LIGHT, Appearance.Theme.DARK)) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                onWindowThread(() -> window.desk().appearance().theme().set(theme));
                onWindowThread(() -> window.desk().language().speak(language));
                for (Screen screen : Screens.ALL) {
                    window.go(screen.id());
                    window.untilIdle();
                    String name =
                            screen.id()
                                    + "-"
                                    + theme.name().toLowerCase(Locale.ROOT)
                                    + "-"
                                    + language.getLanguage();
                    window.photograph(name);
                    onWindowThread(() -> find(window.scene().getRoot(), name, cut));
                }
            }
        }

        assertEquals(List.of(), cut);
    }

    /// Goes the way of the sample, so that no screen is empty.
    private void fill() {
        onWindowThread(() -> window.window().open(List.of(SAMPLE.resolve("employment.joblib"))));
        window.untilIdle();
        run("convert");
        run("quantize");
        onWindowThread(() -> window.window().open(List.of(SAMPLE.resolve("production.csv"))));
        window.untilIdle();
        onWindowThread(
                () ->
                        window.desk()
                                .shelf()
                                .log()
                                .set(
                                        Optional.of(
                                                SAMPLE.resolve("production.csv")
                                                        .toAbsolutePath())));
        window.go("drift");
        until("the verdict is there", () -> window.desk().health().drifted().get() > 0);
        window.untilIdle();
    }

    private void run(String screen) {
        Action action = window.desk().actions().get(screen + ".run");
        window.go(screen);
        until(screen + " can run", () -> action.obstacle().get().isEmpty());
        onWindowThread(action::run);
        window.untilIdle();
    }

    private static void find(Node node, String place, List<String> cut) {
        if (!node.isVisible() || mayBeShort(node)) {
            return;
        }
        if (node instanceof Labeled labeled
                && !labeled.getText().isEmpty()
                && labeled.getChildrenUnmodifiable().stream()
                        .anyMatch(
                                child ->
                                        child instanceof Text shown
                                                && shown.getStyleClass().contains("text")
                                                && !shown.getText().isEmpty()
                                                && !shown.getText().equals(labeled.getText()))) {
            cut.add(place + ": " + labeled.getText());
        }
        if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> find(child, place, cut));
        }
    }

    // Names and paths of files and cells of tables come in any length.
    private static boolean mayBeShort(Node node) {
        return node.getStyleClass().contains("data-table")
                || node.getStyleClass().contains("list-row-button")
                || node.getStyleClass().contains("place-text")
                || node.getStyleClass().contains("code");
    }
}
