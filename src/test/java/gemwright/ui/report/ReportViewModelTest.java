package gemwright.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Progress;
import gemwright.drift.DriftOptions;
import gemwright.workbench.Run;
import gemwright.workbench.RunRecord;
import gemwright.workbench.RunState;
import gemwright.workbench.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reports on the real engine, without a window.
class ReportViewModelTest {
    private static final Path SAMPLE = Path.of("sample-models/employment");

    @TempDir private Path folder;

    @Test
    void makesTheReportOfARunAndWritesItByItsEnding() throws Exception {
        Workspace workspace = Workspace.at(folder.resolve("workspace"));
        List<Path> files =
                List.of(SAMPLE.resolve("reference.csv"), SAMPLE.resolve("production.csv"));
        RunRecord run;
        try (Run started = workspace.start("drift", files, Map.of(), Progress.none())) {
            run = started.answeredNo("", Map.of());
        }
        Reports reports = Reports.of(workspace);

        Preview preview = reports.make(run, Locale.ENGLISH, Progress.none());

        assertEquals(RunState.NO, run.state());
        assertEquals(List.of("age", "relationship"), drifted(preview));
        assertTrue(preview.pages() >= 3 && !preview.sections().isEmpty(), preview::toString);
        assertTrue(reports.picture(preview, 0, 0.5).open().read() > 0);
        Path json = folder.resolve("out.json");
        reports.export(preview, json, Locale.ENGLISH, Progress.none());
        assertTrue(Files.readString(json).contains("\"decision\":"));
        assertEquals(DriftOptions.recommended().rules(), preview.report().rules());
    }

    private static List<String> drifted(Preview preview) {
        return preview.report().columns().stream()
                .filter(column -> column.drifted())
                .map(column -> column.name())
                .sorted()
                .toList();
    }
}
