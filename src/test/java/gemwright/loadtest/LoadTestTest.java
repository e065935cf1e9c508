package gemwright.loadtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Cancelled;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.serve.http.Handler;
import gemwright.serve.http.HttpListener;
import gemwright.serve.http.Limits;
import gemwright.serve.http.Response;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Against a server whose delays are known.
class LoadTestTest {
    private static final Duration NONE = Duration.ZERO;

    private final AtomicInteger served = new AtomicInteger();

    @Test
    void findsTheShareOfSlowRequests() throws Problem {
        // every tenth request takes 60 ms, so the 90th percentile lies at the edge of the slow ones
        try (HttpListener server = server(() -> served.getAndIncrement() % 10 == 9 ? 60 : 0)) {
            LoadResult result =
                    run(plan(server).withConnections(8).withRate(200).lasting(seconds(1), NONE));

            Latencies service = result.measured().service();
            assertEquals(200, result.measured().requests() + result.unsent());
            assertEquals(0, result.measured().errors());
            assertTrue(service.p50() < 40, service::toString);
            assertTrue(service.p95() >= 60 && service.p99() >= 60, service::toString);
        }
    }

    @Test
    void measuresAStallFromTheTimeRequestsWereDue() throws Problem {
        // one stall of 400 ms at 100 requests a second: 40 requests wait behind it, on average half
        // of it; a client that only times its own calls would see a single slow one
        try (HttpListener server = server(() -> served.getAndIncrement() == 20 ? 400 : 0)) {
            LoadResult result =
                    run(plan(server).withConnections(1).withRate(100).lasting(seconds(1), NONE));

            Latencies latency = result.measured().latency();
            Latencies service = result.measured().service();
            assertTrue(latency.p90() > 250, latency::toString);
            assertTrue(latency.mean() > 60, latency::toString);
            assertTrue(service.p90() < 60, service::toString);
            assertTrue(result.queued());
        }
    }

    @Test
    void countsWhatCouldNotBeSent() throws Problem {
        try (HttpListener server = server(() -> 100)) {
            LoadResult result =
                    run(plan(server).withConnections(2).withRate(100).lasting(seconds(1), NONE));

            long requests = result.measured().requests();
            assertTrue(requests >= 12 && requests <= 22, () -> "" + requests);
            assertEquals(100, requests + result.unsent());
        }
    }

    @Test
    void countsEachKindOfFailureAsAnError() throws Problem {
        Handler failing =
                request ->
                        switch (served.getAndIncrement() % 4) {
                            case 0 -> Response.error(400, "no");
                            case 1 -> Response.error(503, "busy");
                            default -> Response.json(200, Map.of("label", 1));
                        };
        try (HttpListener server = start(failing)) {
            LoadResult result =
                    run(plan(server).withConnections(1).withRate(200).lasting(seconds(1), NONE));

            long requests = result.measured().requests();
            long refused = (requests + 3) / 4;
            long failed = (requests + 2) / 4;
            assertEquals(200, requests + result.unsent());
            assertEquals(refused + failed, result.measured().errors());
            assertEquals(refused, result.measured().outcomes().get("4xx"));
            assertEquals(failed, result.measured().outcomes().get("5xx"));
            assertEquals(requests - refused - failed, result.measured().outcomes().get("2xx"));
        }
    }

    @Test
    void countsAServerThatIsGoneAsErrors() throws Problem {
        LoadPlan plan;
        try (HttpListener server = server(() -> 0)) {
            plan = plan(server);
        }

        LoadResult result = run(plan.withConnections(2).lasting(Duration.ofMillis(200), NONE));

        assertTrue(result.measured().requests() > 0);
        assertEquals(result.measured().requests(), result.measured().errors());
    }

    @Test
    void keepsTheWarmUpApart() throws Problem {
        try (HttpListener server = server(() -> 0)) {
            LoadPlan plan = plan(server).withRate(100).lasting(seconds(1), seconds(1));
            List<Slice> live = new ArrayList<>();

            LoadResult result = LoadTest.run(plan, bodies(plan), Progress.none(), live::add);

            assertEquals(100, result.warmUp().requests());
            assertEquals(100, result.measured().requests() + result.unsent());
            assertEquals(result.slices(), live);
            assertTrue(live.getFirst().warmUp());
        }
    }

    @Test
    void aClosedLoopSendsAsFastAsItsConnectionsAllow() throws Problem {
        try (HttpListener server = server(() -> 10)) {
            LoadResult result =
                    run(plan(server).withConnections(4).lasting(Duration.ofMillis(500), NONE));

            long requests = result.measured().requests();
            assertTrue(requests > 40 && requests <= 4 * 52, () -> "" + requests);
            assertEquals(0, result.unsent());
        }
    }

    @Test
    void stopsWithinASecondWhenCancelled() throws Problem {
        try (HttpListener server = server(() -> 5_000)) {
            LoadPlan plan = plan(server).lasting(seconds(60), NONE);
            AtomicInteger steps = new AtomicInteger();
            Progress cancelling =
                    (phase, done, total) -> {
                        if (steps.incrementAndGet() == 3) {
                            throw new Cancelled();
                        }
                    };
            long start = System.nanoTime();

            assertThrows(
                    Cancelled.class, () -> LoadTest.run(plan, bodies(plan), cancelling, s -> {}));

            assertTrue(System.nanoTime() - start < 1_000_000_000L);
        }
    }

    private interface DelayMillis {
        int next();
    }

    private HttpListener server(DelayMillis delay) throws Problem {
        return start(
                request -> {
                    request.body();
                    int millis = delay.next();
                    long end = System.nanoTime() + millis * 1_000_000L;
                    while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
                        LockSupport.parkNanos(end - System.nanoTime());
                    }
                    return Response.json(200, Map.of("label", 1));
                });
    }

    private static HttpListener start(Handler handler) throws Problem {
        return HttpListener.start(
                InetAddress.getLoopbackAddress(),
                0,
                Limits.standard().withDrain(Duration.ZERO),
                handler);
    }

    private static LoadPlan plan(HttpListener server) {
        int port = server.address().getPort();
        return LoadPlan.standard(URI.create("http://127.0.0.1:" + port + "/predict"));
    }

    private static Bodies bodies(LoadPlan plan) {
        return Bodies.of(plan.target(), Map.of(), List.of("{\"a\":1}", "{\"a\":2}"));
    }

    private static LoadResult run(LoadPlan plan) {
        return LoadTest.run(plan, bodies(plan), Progress.none(), slice -> {});
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
