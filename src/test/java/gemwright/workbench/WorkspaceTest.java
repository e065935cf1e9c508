package gemwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class WorkspaceTest {
    @TempDir private Path folder;

    @Test
    void aFinishedRunIsReadBackAsItWasWritten() throws Exception {
        Workspace workspace = Workspace.at(folder.resolve("w"));
        Path input = Files.writeString(folder.resolve("in.csv"), "a\n1\n");

        RunRecord written;
        try (Run run =
                workspace.start("drift", List.of(input), Map.of("window", "1h"), Progress.none())) {
            written = run.done("2 of 9 drifted", Map.of("drifted", true, "share", 0.22));
        }

        assertEquals(List.of(written), workspace.runs());
        // printf 'a\n1\n' | sha256sum
        String hash = "309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc";
        assertEquals(List.of(new RunRecord.Input(input.toString(), 4, hash)), written.inputs());
    }

    @Test
    void runsAreNumberedAndNeverShareAFolder() throws Exception {
        Workspace workspace = Workspace.at(folder);
        try (Run first = workspace.start("convert", List.of(), Map.of(), Progress.none());
                Run second = workspace.start("convert", List.of(), Map.of(), Progress.none())) {
            first.done("", Map.of());
            second.cancelled();

            assertEquals(1, first.number());
            assertEquals(2, second.number());
        }
        assertEquals(
                List.of(RunState.CANCELLED, RunState.DONE),
                workspace.runs().stream().map(RunRecord::state).toList());
    }

    @Test
    void aRunThatNobodyEndedCountsAsFailed() throws Exception {
        Workspace workspace = Workspace.at(folder);
        workspace.start("quantize", List.of(), Map.of(), Progress.none()).close();

        assertEquals(RunState.FAILED, workspace.runs().getFirst().state());
    }

    @Test
    void aDamagedRunHidesNoOther() throws Exception {
        Workspace workspace = Workspace.at(folder);
        workspace.start("a", List.of(), Map.of(), Progress.none()).close();
        workspace.start("b", List.of(), Map.of(), Progress.none()).close();
        Files.writeString(folder.resolve("runs/1/run.json"), "{\"run\":");

        assertEquals(List.of("b"), workspace.runs().stream().map(RunRecord::kind).toList());
    }

    @Test
    void settingsKeepWhatTheyDoNotKnow() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("settings.json"), "{\"future\":[1],\"theme\":\"dark\"}");

        Settings settings = Settings.load(file);
        settings.with(Settings.PORT, 9000L).save(file);

        assertEquals("dark", settings.text(Settings.THEME));
        assertEquals(
                "{\"future\":[1],\"theme\":\"dark\",\"serve.port\":9000}\n",
                Files.readString(file));
    }

    @Test
    void aSettingOutOfRangeCountsAsNotSet() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("settings.json"),
                        "{\"serve.port\":70000,\"theme\":\"pink\",\"drift.psi.watch\":1}");

        Settings settings = Settings.load(file);

        assertEquals(8000, settings.whole(Settings.PORT));
        assertEquals("system", settings.text(Settings.THEME));
        assertEquals(1.0, settings.number(Settings.PSI_WATCH));
        assertThrows(IllegalArgumentException.class, () -> settings.with(Settings.THEME, "pink"));
    }

    @Test
    void damagedSettingsAreNamedNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{");

        Problem problem = assertThrows(Problem.class, () -> Settings.load(file));

        assertEquals("json.damaged", problem.key());
    }

    @Test
    void recentFilesAreNewestFirstAndOnlyOnce() throws Exception {
        Path a = folder.resolve("a.onnx");
        Path b = folder.resolve("b.csv");
        Path file = folder.resolve("recent.json");

        RecentFiles.load(file)
                .opened(a, "model", "")
                .opened(b, "data", "")
                .opened(a, "model", "opset 21")
                .save(file);

        List<RecentFiles.Entry> entries = RecentFiles.load(file).entries();
        assertEquals(List.of(a, b), entries.stream().map(RecentFiles.Entry::path).toList());
        assertEquals("opset 21", entries.getFirst().detail());
        assertTrue(Files.exists(file));
    }
}
