package gemwright.serve.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;
import gemwright.serve.http.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// With models that are written here, so that their speed and their ways are known.
@Timeout(30)
class ExecutionTest {
    private static final Slot X = new Slot("x", DType.FLOAT32, List.of(Slot.FREE, 2L));
    private static final Slot Y = new Slot("y", DType.FLOAT32, List.of(Slot.FREE));
    private static final Signature SIGNATURE =
            new Signature(List.of(X), List.of(Y), new Layout.Tensors(List.of(X)));

    private static final Duration ALWAYS_SLOW = Duration.ZERO;

    private final List<Long> rowsOfRuns = Collections.synchronizedList(new ArrayList<>());
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();

    @Test
    void aQuickModelRunsOnTheRequestsOwnThread() throws Exception {
        Execution execution = execution(false, Duration.ofSeconds(10), Duration.ofSeconds(5));

        ask(execution, 1); // nobody knows yet that it is quick
        execution.run(row(1, 2));
        execution.run(row(3, 4));

        assertEquals(List.of(1L, 1L, 1L), rowsOfRuns);
        assertTrue(work.isEmpty());
    }

    @Test
    void requestsThatWaitShareARunOnceThatIsProven() throws Exception {
        Execution execution = execution(false, ALWAYS_SLOW, Duration.ofSeconds(20));

        for (int round = 0; round < 4; round++) {
            rowsOfRuns.clear();
            assertEquals(List.of(3f, 7f, 11f, 15f, 19f, 23f, 27f, 31f), ask(execution, 8));
        }

        assertEquals(List.of(8L), rowsOfRuns);
    }

    @Test
    void aModelThatMixesItsRowsIsNeverBatched() throws Exception {
        Execution execution = execution(true, ALWAYS_SLOW, Duration.ofSeconds(20));

        for (int round = 0; round < 4; round++) {
            rowsOfRuns.clear();
            assertEquals(List.of(3f, 7f, 11f, 15f), ask(execution, 4));
        }

        assertEquals(List.of(1L, 1L, 1L, 1L), rowsOfRuns);
    }

    @Test
    void aRunThatTakesTooLongIsGivenUp() throws Exception {
        Execution execution = execution(false, ALWAYS_SLOW, Duration.ofMillis(20));

        // no worker ever comes
        Refusal refusal = assertThrows(Refusal.class, () -> execution.run(row(1, 2)));

        assertEquals(504, refusal.status());
    }

    private Execution execution(boolean mixing, Duration quick, Duration limit) {
        return new Execution(
                (inputs, stop) -> sums(inputs, mixing),
                SIGNATURE,
                task -> {
                    synchronized (work) {
                        work.add(task);
                        work.notifyAll();
                    }
                },
                new Execution.Manner(quick, limit, Breaking.standard()),
                new Statistics());
    }

    /// Asks so many requests at once and lets one worker come when all of them wait.
    private List<Float> ask(Execution execution, int requests) throws InterruptedException {
        Float[] answers = new Float[requests];
        CountDownLatch done = new CountDownLatch(requests);
        for (int i = 0; i < requests; i++) {
            int at = i;
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    Answer answer = execution.run(row(2 * at + 1, 2 * at + 2));
                                    answers[at] = (float) answer.array("y").number(0);
                                } catch (Refusal | Problem failed) {
                                    throw new IllegalStateException(failed);
                                } finally {
                                    done.countDown();
                                }
                            });
        }
        List<Runnable> tasks = new ArrayList<>();
        synchronized (work) {
            while (work.size() < requests) {
                work.wait();
            }
            tasks.addAll(work);
            work.clear();
        }
        tasks.forEach(Runnable::run);
        done.await();
        return List.of(answers);
    }

    /// The sum of each row; mixing adds the number of rows less one.
    private Answer sums(Map<String, NdArray> inputs, boolean mixing) {
        NdArray x = java.util.Objects.requireNonNull(inputs.get("x"));
        int rows = (int) x.rows();
        rowsOfRuns.add((long) rows);
        float[] sums = new float[rows];
        for (int row = 0; row < rows; row++) {
            sums[row] =
                    (float) (x.number(2L * row) + x.number(2L * row + 1) + (mixing ? rows - 1 : 0));
        }
        return new Answer(List.of(new Output.Tensor("y", NdArray.of(sums, rows))), List.of());
    }

    private static Map<String, NdArray> row(float a, float b) {
        return Map.of("x", NdArray.of(new float[] {a, b}, 1, 2));
    }
}
