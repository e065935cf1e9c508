package gemwright.ui.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.drift.ColumnReport;
import gemwright.drift.Distribution;
import gemwright.drift.Verdict;
import gemwright.ui.TestDesk;
import gemwright.ui.desk.Action;
import gemwright.ui.task.Outcome;
import gemwright.workbench.RunRecord;
import gemwright.workbench.RunState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// On the bundled sample, whose drift is real, with the real engine and no window.
class DriftViewModelTest {
    private static final Path SAMPLE = Path.of("sample-models", "employment").toAbsolutePath();
    private static final Path REFERENCE = SAMPLE.resolve("reference.csv");
    private static final Path PRODUCTION = SAMPLE.resolve("production.csv");

    @TempDir private Path folder;

    private TestDesk desk;
    private DriftViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(folder);
        model = new DriftViewModel(desk.desk());
        desk.desk().go("drift");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Watched look() {
        desk.desk().shelf().refer(REFERENCE);
        model.current().set(Optional.of(PRODUCTION));
        desk.playUntilIdle();
        return model.outcome().get().found().orElseThrow();
    }

    @Test
    void looksByItselfWhenBothSidesAreKnown() {
        Watched watched = look();

        assertEquals(
                List.of("relationship", "age"),
                watched.report().with(Verdict.DRIFTED).stream().map(ColumnReport::name).toList());
        assertEquals(2, desk.desk().health().drifted().get());
        assertEquals("relationship", model.selected().get().orElseThrow().name());
    }

    @Test
    void waitsUntilTheScreenIsShown() {
        desk.desk().go("home");
        desk.desk().shelf().refer(REFERENCE);
        model.current().set(Optional.of(PRODUCTION));

        assertInstanceOf(Outcome.Nothing.class, model.outcome().get());
        assertTrue(desk.desk().background().running().isEmpty());
    }

    @Test
    void keepsALookAsARun() throws Problem {
        look();

        List<RunRecord> runs = desk.desk().history().workspace().runs();
        assertEquals(List.of("drift"), runs.stream().map(RunRecord::kind).toList());
        assertEquals(RunState.NO, runs.getFirst().state());
    }

    @Test
    void aLookAtNoRowsIsNoRunToReportOn() throws Exception {
        String header = Files.readAllLines(PRODUCTION).getFirst();
        desk.desk().shelf().refer(REFERENCE);
        Path empty = Files.writeString(folder.resolve("empty.csv"), header + "\n");
        model.current().set(Optional.of(empty));
        desk.playUntilIdle();

        List<RunRecord> runs = desk.desk().history().workspace().runs();
        assertEquals(List.of(RunState.FAILED), runs.stream().map(RunRecord::state).toList());
    }

    @Test
    void writesItsReportBesideTheRun() throws IOException {
        look();

        model.report();
        desk.playUntilIdle();

        Path report = desk.desk().history().workspace().folder().resolve("runs/1/report.pdf");
        byte[] start = Arrays.copyOf(Files.readAllBytes(report), 5);
        assertEquals("%PDF-", new String(start, StandardCharsets.US_ASCII));
    }

    @Test
    void countsOnlyTheNewestRowsWhereAsked() {
        look();

        model.lately().set(Lately.DAY);
        desk.playUntilIdle();

        // One row every 40 seconds: 2,160 steps a day, and the row at either end.
        assertEquals(2161, model.outcome().get().found().orElseThrow().report().currentRows());
    }

    @Test
    void judgesAFileThatComesInWhileItIsShown() {
        desk.desk().shelf().refer(REFERENCE);

        desk.desk().shelf().offer(List.of(PRODUCTION));
        desk.playUntilIdle();

        assertEquals(Optional.of(PRODUCTION), model.current().get());
        assertTrue(model.outcome().get().found().isPresent());
    }

    @Test
    void saysWhyItCannotRead() {
        desk.desk().shelf().refer(REFERENCE);
        model.current().set(Optional.of(folder.resolve("gone.csv")));
        desk.playUntilIdle();

        assertInstanceOf(Outcome.Failed.class, model.outcome().get());
    }

    @Test
    void saysWhatIsMissing() {
        Action look = desk.desk().actions().get("drift.run");
        assertEquals("obstacle.noReference", look.obstacle().get().orElseThrow().key());

        desk.desk().shelf().refer(REFERENCE);

        assertEquals("obstacle.noCurrent", look.obstacle().get().orElseThrow().key());
    }

    @Test
    void drawsTheLargestCategoriesAndTheRestAsOne() {
        Watched watched = look();
        Distribution.Bars all =
                (Distribution.Bars) model.selected().get().orElseThrow().distribution();

        Distribution.Bars fewer = ColumnCard.fewer(all);

        assertEquals(7, fewer.bars().size());
        assertEquals(
                watched.report().currentRows(),
                fewer.bars().stream().mapToLong(Distribution.Bar::currentRows).sum());
    }
}
