package gemwright.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class PulseTest {
    private static final long NOON = 1_800_000_000_000L;

    @Test
    void countsEachSecondOfTheLastMinute() {
        Pulse.Monitor monitor = new Pulse.Monitor();
        monitor.record(NOON, 1_000_000, false);
        monitor.record(NOON + 999, 1_000_000, true);
        monitor.record(NOON + 2_000, 1_000_000, false);

        Pulse pulse = monitor.pulse(NOON + 3_500);

        List<Pulse.Second> last = pulse.seconds().subList(57, 60);
        assertEquals(60, pulse.seconds().size());
        assertEquals(List.of(2L, 0L, 1L), last.stream().map(Pulse.Second::requests).toList());
        assertEquals(List.of(1L, 0L, 0L), last.stream().map(Pulse.Second::errors).toList());
        assertEquals(NOON / 1_000 + 2, last.getLast().epochSecond());
        assertEquals(3, pulse.requests());
        assertEquals(1, pulse.errors());
    }

    @Test
    void forgetsWhatIsOlderThanAMinute() {
        Pulse.Monitor monitor = new Pulse.Monitor();
        monitor.record(NOON, 1_000_000, false);

        Pulse pulse = monitor.pulse(NOON + 61_000);

        assertTrue(pulse.seconds().stream().allMatch(second -> second.requests() == 0));
        assertEquals(1, pulse.requests());
    }

    @Test
    void findsPercentilesWithinTwoPerCent() {
        Pulse.Monitor monitor = new Pulse.Monitor();
        IntStream.rangeClosed(1, 1_000)
                .forEach(millis -> monitor.record(NOON, millis * 1_000_000L, false));

        Pulse.Second second = monitor.pulse(NOON + 1_000).seconds().getLast();

        assertEquals(500, second.p50(), 500 * 0.02);
        assertEquals(990, second.p99(), 990 * 0.02);
    }

    @Test
    void keepsTheLastRequestsNewestFirst() throws Exception {
        try (TestEndpoint server = TestEndpoint.of("credit")) {
            server.post("/predict", "{\"age\":1,\"income\":2}");
            server.post("/predict", "{\"age\":1}");
            server.get("/v2/health/ready");

            List<Recent> recent = server.endpoint().recent();

            assertEquals(
                    List.of("/predict 400 {\"age\":1}", "/predict 200 {\"age\":1,\"income\":2}"),
                    recent.stream()
                            .map(one -> one.path() + " " + one.status() + " " + one.asked())
                            .toList());
            assertEquals("credit", recent.getFirst().model().orElse(""));
            assertEquals("{\"error\":\"missing feature 'income'\"}", recent.getFirst().answered());
        }
    }
}
