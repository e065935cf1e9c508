package gemwright.ui.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.ui.text.Phrase;
import gemwright.workbench.RunRecord;
import gemwright.workbench.RunState;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class RunLineTest {
    private static RunRecord run(RunState state, String summary) {
        return new RunRecord(
                1,
                "convert",
                state,
                Instant.EPOCH,
                1,
                List.of(),
                Map.of(),
                Map.of(),
                summary,
                Map.of());
    }

    @Test
    void aDoneRunSaysWhatItFound() {
        assertEquals(Phrase.verbatim("87 ms"), RunLine.title(run(RunState.DONE, "87 ms")));
    }

    @Test
    void aFailedRunSaysThatItFailedAndShowsNoKey() {
        assertEquals(
                Phrase.of(
                        "run.ended",
                        Phrase.of("run.kind.convert"),
                        RunLine.verdict(RunState.FAILED)),
                RunLine.title(run(RunState.FAILED, "sklearn.unknown")));
    }
}
