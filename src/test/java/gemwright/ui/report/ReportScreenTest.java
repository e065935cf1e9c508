package gemwright.ui.report;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Progress;
import gemwright.ui.TestWindow;
import gemwright.ui.desk.Appearance;
import gemwright.workbench.Run;
import gemwright.workbench.Settings;
import gemwright.workbench.Workspace;

import javafx.scene.control.Button;
import javafx.scene.image.ImageView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The Reports screen in the real window, on a drift run over the bundled sample.
class ReportScreenTest {
    private static final Path SAMPLE = Path.of("sample-models/employment").toAbsolutePath();

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
    void leadsToMonitorWhereNothingWasLookedAt() {
        window.go("report");

        assertTrue(((Button) window.find("#export-pdf")).isDisabled());
        assertTrue(window.find(".empty-state").isVisible());
    }

    @Test
    void showsThePagesAndWritesThem() throws Exception {
        drifted();
        window.go("report");
        until("the first page is drawn", this::drawn);
        window.photograph("report-light-en");

        onWindowThread(() -> window.desk().appearance().theme().set(Appearance.Theme.DARK));
        onWindowThread(() -> window.desk().choices().choose(Settings.LANGUAGE, "zh"));
        window.untilIdle();
        until("the page is drawn again", this::drawn);
        window.photograph("report-dark-zh");
    }

    private boolean drawn() {
        return window.scene().getRoot().lookup(".report-ground > .image-view")
                        instanceof ImageView paper
                && paper.getImage() != null;
    }

    /// A drift run as Monitor leaves it.
    private void drifted() throws Exception {
        Workspace workspace = window.desk().history().workspace();
        List<Path> files =
                List.of(SAMPLE.resolve("reference.csv"), SAMPLE.resolve("production.csv"));
        try (Run run = workspace.start("drift", files, Map.of(), Progress.none())) {
            run.answeredNo("2 of 16 drifted", Map.of());
        }
        onWindowThread(() -> window.desk().history().refresh());
        until("the run is known", () -> !window.desk().history().runs().isEmpty());
    }
}
