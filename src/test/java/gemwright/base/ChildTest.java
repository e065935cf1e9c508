package gemwright.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class ChildTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void givesBackWhatTheChildSaidAndHowItEnded() throws Exception {
        Child.Ended ended =
                Child.run(
                        child("echo"),
                        "héllo\n".getBytes(StandardCharsets.UTF_8),
                        LIMIT,
                        Progress.none());

        assertEquals(new Child.Ended(3, "héllo", "to error"), ended);
    }

    @Test
    void endsAChildThatTakesTooLong() throws Exception {
        Child.Ended ended =
                Child.run(child("hang"), new byte[0], Duration.ofMillis(300), Progress.none());

        assertTrue(ended.timedOut());
    }

    @Test
    void endsTheChildWhenTheUserCancels() {
        AtomicInteger asked = new AtomicInteger();
        Progress cancelling =
                (phase, done, total) -> {
                    if (asked.incrementAndGet() == 3) {
                        throw new Cancelled();
                    }
                };
        long before = ProcessHandle.current().children().count();

        assertThrows(
                Cancelled.class, () -> Child.run(child("hang"), new byte[0], LIMIT, cancelling));

        ProcessHandle.current().children().forEach(child -> child.onExit().join());
        assertEquals(before, ProcessHandle.current().children().count());
    }

    @Test
    void keepsTheLastLinesOfATalkativeChild() throws Exception {
        Child.Ended ended = Child.run(child("talk"), new byte[0], LIMIT, Progress.none());

        assertEquals(2000, ended.out().lines().count());
        assertTrue(ended.out().endsWith("line 99999"));
    }

    @Test
    void namesAProgramThatCannotBeStarted() {
        Problem problem =
                assertThrows(
                        Problem.class,
                        () ->
                                Child.run(
                                        List.of("/no/such/program"),
                                        new byte[0],
                                        LIMIT,
                                        Progress.none()));

        assertEquals("child.cannotStart", problem.key());
        assertFalse(problem.getMessage().isEmpty());
    }

    private static List<String> child(String what) {
        return Child.java(
                List.of("-XX:TieredStopAtLevel=1"), Talker.class.getName(), List.of(what));
    }

    /// The child's side.
    static final class Talker {
        private Talker() {}

        public static void main(String[] arguments) throws Exception {
            switch (arguments[0]) {
                case "echo" -> {
                    System.out.write(System.in.readAllBytes());
                    System.out.flush();
                    System.err.println("to error");
                    System.exit(3);
                }
                case "talk" -> {
                    for (int i = 0; i < 100_000; i++) {
                        System.out.println("line " + i);
                    }
                }
                default -> new java.util.concurrent.CountDownLatch(1).await();
            }
        }
    }
}
