package gemwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Cancelled;
import gemwright.base.Progress;
import gemwright.data.NdArray;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Whatever becomes of the child, this process learns it and lives on.
class ProvingTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Map<String, NdArray> ROW =
            Map.of("x", NdArray.of(new float[] {1, Float.NaN}, 1, 2));

    @Test
    void aModelThatRunsIsSummedUp() throws Exception {
        Proof proof =
                Proving.within(LONG)
                        .prove(Models.path("total"), List.of(ROW, ROW), Progress.none());

        assertEquals(
                List.of(
                        new Proof.Summary("y", "float32[1, 2]", 4, 2),
                        new Proof.Summary("largest", "float32[1, 2]", 4, 2)),
                assertInstanceOf(Proof.Passed.class, proof).outputs());
    }

    @Test
    void everyElementTypeTravelsToTheChild() throws Exception {
        Map<String, NdArray> sample =
                Map.of(
                        "age", NdArray.of(new float[] {1}, 1, 1),
                        "city", NdArray.of(List.of("日本"), 1, 1),
                        "rooms", NdArray.of(new long[] {3}, 1, 1));

        Proof proof =
                Proving.within(LONG)
                        .prove(Models.path("columns"), List.of(sample), Progress.none());

        assertTrue(proof.passed(), proof::toString);
    }

    @Test
    void aModelThatDoesNotLoadIsRefusedWithTheReason() throws Exception {
        Proof proof =
                Proving.within(LONG)
                        .prove(Models.path("unknown_operator"), List.of(), Progress.none());

        String reason = assertInstanceOf(Proof.Refused.class, proof).reason();
        assertTrue(reason.contains("Hocus"), reason);
    }

    @Test
    void aModelThatFailsOnTheSampleIsRefused() throws Exception {
        Map<String, NdArray> wrong = Map.of("x", NdArray.of(new float[] {1, 2, 3, 4}, 2, 2));

        Proof proof =
                Proving.within(LONG).prove(Models.path("one_row"), List.of(wrong), Progress.none());

        assertInstanceOf(Proof.Refused.class, proof);
    }

    @Test
    void aCrashIsAFinding() throws Exception {
        Proof proof = child(Crashing.class, LONG);

        assertEquals(new Proof.Crashed("exit 134"), proof);
    }

    @Test
    void aProcessThatTheSystemKillsRanOutOfMemory() throws Exception {
        assertEquals(new Proof.OutOfMemory(), child(Killed.class, LONG));
    }

    @Test
    void aModelThatNeverEndsIsEnded() throws Exception {
        assertEquals(new Proof.Hung(0), child(Hanging.class, Duration.ofMillis(300)));
    }

    @Test
    void theChildEndsWhenTheUserStops() {
        List<String> phases = new ArrayList<>();
        Progress stop =
                (phase, done, total) -> {
                    phases.add(phase);
                    throw new Cancelled();
                };

        assertThrows(
                Cancelled.class,
                () ->
                        Proving.with(Hanging.class.getName(), LONG)
                                .prove(Models.path("total"), List.of(), stop));
        assertEquals(List.of("child"), phases);
    }

    private static Proof child(Class<?> main, Duration limit) throws Exception {
        return Proving.with(main.getName(), limit)
                .prove(Models.path("total"), List.of(), Progress.none());
    }

    /// Ends as a process does that ONNX Runtime aborts.
    static final class Crashing {
        public static void main(String[] arguments) {
            Runtime.getRuntime().halt(134);
        }
    }

    /// Ends as a process does that the system kills for its memory.
    static final class Killed {
        public static void main(String[] arguments) {
            Runtime.getRuntime().halt(137);
        }
    }

    /// Never ends.
    static final class Hanging {
        public static void main(String[] arguments) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }
}
