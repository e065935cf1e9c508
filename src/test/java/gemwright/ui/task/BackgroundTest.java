package gemwright.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.ui.text.Phrase;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Without a toolkit: the test's thread plays the window's.
class BackgroundTest {
    @TempDir private Path data;

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Background background = new Background(window::add);
    private final ObjectProperty<Outcome<String>> outcome =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());

    @BeforeEach
    void logIntoTheFolder() {
        System.setProperty("gemwright.data", data.toString());
    }

    @AfterEach
    void logElsewhere() {
        System.clearProperty("gemwright.data");
    }

    @Test
    void bringsTheResultToTheWindow() throws Exception {
        background.run(Phrase.of("status.ready"), _ -> "done", outcome);
        assertTrue(outcome.get().working());

        playUntilEnded();

        assertEquals(new Outcome.Ready<>("done"), outcome.get());
        assertTrue(background.running().isEmpty());
    }

    @Test
    void showsAProblemAsOne() throws Exception {
        Problem problem = Problem.of("file.empty", "a.csv");
        background.run(
                Phrase.of("status.ready"),
                _ -> {
                    throw problem;
                },
                outcome);

        playUntilEnded();

        assertEquals(new Outcome.Failed<>(problem), outcome.get());
    }

    @Test
    void turnsADefectIntoAProblemWithACode() throws Exception {
        background.run(
                Phrase.of("status.ready"),
                _ -> {
                    throw new IllegalStateException("broken promise");
                },
                outcome);

        playUntilEnded();

        assertTrue(
                outcome.get() instanceof Outcome.Failed<String>(Problem problem)
                        && problem.key().equals("window.defect"));
    }

    @Test
    void countsAsCancelledAtOnceAndDropsTheResult() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Job job =
                background.run(
                        Phrase.of("status.ready"),
                        _ -> {
                            awaitQuietly(go);
                            return "late";
                        },
                        outcome);

        job.cancel();
        go.countDown();

        assertEquals(Job.State.CANCELLED, job.state().get());
        assertEquals(new Outcome.Stopped<>(), outcome.get());
        assertTrue(background.running().isEmpty());
    }

    @Test
    void stopsTheWorkAtItsNextStep() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Job job =
                background.run(
                        Phrase.of("status.ready"),
                        progress -> {
                            started.countDown();
                            try {
                                for (long i = 0; ; i++) {
                                    progress.step("reading", i, 0);
                                }
                            } finally {
                                ended.countDown();
                            }
                        },
                        outcome);

        assertTrue(started.await(10, TimeUnit.SECONDS));
        job.cancel();

        assertTrue(ended.await(1, TimeUnit.SECONDS), "still running a second after Cancel");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            // The promise under test: a late result is dropped, however the work ends.
        }
    }

    private void playUntilEnded() throws InterruptedException {
        while (outcome.get().working()) {
            Runnable next = window.poll(10, TimeUnit.SECONDS);
            assertTrue(next != null, "nothing came back from the work");
            next.run();
        }
    }
}
