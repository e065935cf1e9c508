package gemwright.loadtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class SweepTest {
    private static final Latencies NONE = new Latencies(0, 0, 0, 0, 0, 0, 0);

    @Test
    void triesThePowersOfTwoAndTheLast() {
        assertEquals(List.of(1, 2, 4, 8, 12), Sweep.upTo(12));
        assertEquals(List.of(1), Sweep.upTo(1));
        assertEquals(List.of(1, 2, 4), Sweep.upTo(4));
    }

    @Test
    void theKneeIsWhereADoublingBringsLittle() {
        assertEquals(OptionalInt.of(4), sweep(100, 195, 380, 400, 405).knee());
        assertEquals(OptionalInt.of(1), sweep(100, 90).knee());
        assertEquals(OptionalInt.of(4), sweep(100, 200, 400).knee());
        assertEquals(OptionalInt.empty(), sweep().knee());
    }

    @Test
    void rulesAreHeldUpToTheFirstStepThatMissesOne() {
        List<Sweep.Step> steps =
                List.of(step(1, 1, true), step(2, 1, true), step(4, 1, false), step(8, 1, true));

        assertEquals(OptionalInt.of(2), new Sweep(steps).held());
        assertEquals(OptionalInt.empty(), new Sweep(steps.subList(2, 4)).held());
    }

    @Test
    void takesTheServersTimeApart() {
        String before = statistics(100, 1_000_000, 200_000, 90, 300_000);
        String after = statistics(300, 401_000_000, 100_200_000, 140, 100_300_000);

        Optional<ServerTimes> times =
                ServerTimes.between(
                        ServerTimes.Counted.of(before).orElseThrow(),
                        ServerTimes.Counted.of(after).orElseThrow());

        // 400 ms over 200 requests, 100 ms of waiting, 100 ms over 50 runs shared by four each
        assertEquals(Optional.of(new ServerTimes(2.0, 0.5, 2.0, 0)), times);
        assertEquals(Optional.empty(), ServerTimes.Counted.of("{\"detail\":\"Not Found\"}"));
        assertEquals(Optional.empty(), ServerTimes.Counted.of("<html>"));
    }

    private static String statistics(long requests, long ns, long queue, long runs, long model) {
        return """
        {"model_stats":[{"name":"m","inference_stats":{
         "success":{"count":%d,"ns":%d},"queue":{"count":%d,"ns":%d},
         "compute_infer":{"count":%d,"ns":%d}}}]}
        """
                .formatted(requests, ns, requests, queue, runs, model);
    }

    private static Sweep sweep(double... rps) {
        List<Sweep.Step> steps = new ArrayList<>();
        for (int i = 0; i < rps.length; i++) {
            steps.add(step(1 << i, rps[i], true));
        }
        return new Sweep(steps);
    }

    private static Sweep.Step step(int connections, double rps, boolean held) {
        return new Sweep.Step(
                connections,
                new LoadResult.Part(1, (long) rps, 0, rps, NONE, NONE, Map.of()),
                held);
    }
}
