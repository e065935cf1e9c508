package gemwright.loadtest;

import gemwright.base.Json;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a load test found.
///
/// @param unsent requests that were due but could not be sent, since all connections were waiting
/// @param clientCpu processors that this process kept busy meanwhile; it may share them with the
///   server
/// @param slices second by second, warm-up included
/// @param server where the server's time went; empty where it does not tell
public record LoadResult(
        LoadPlan plan,
        Part warmUp,
        Part measured,
        long unsent,
        double clientCpu,
        List<Slice> slices,
        Distribution distribution,
        Optional<ServerTimes> server) {
    /// Latency may exceed service by this share before it counts as queueing.
    private static final double NOTICEABLE = 1.2;

    public LoadResult {
        slices = List.copyOf(slices);
    }

    /// One phase of the test.
    ///
    /// @param seconds from its begin to the last answer
    /// @param rps requests a second, errors included
    /// @param latency from the time a request was due
    /// @param service from the time it was sent
    /// @param outcomes requests by `2xx`, `4xx`, `5xx`, `timeout`, `connection` …
    public record Part(
            double seconds,
            long requests,
            long errors,
            double rps,
            Latencies latency,
            Latencies service,
            Map<String, Long> outcomes) {
        public Part {
            outcomes =
                    java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(outcomes));
        }

        /// Errors in per cent of the requests; 100 where there were none at all.
        public double errorPercent() {
            return requests == 0 ? 100 : 100.0 * errors / requests;
        }
    }

    LoadResult withServer(Optional<ServerTimes> times) {
        return new LoadResult(
                plan, warmUp, measured, unsent, clientCpu, slices, distribution, times);
    }

    /// Whether requests waited noticeably for a free connection: more connections, or a lower rate,
    /// would tell more about the server.
    public boolean queued() {
        return plan.rate().isPresent()
                && measured.latency.p99() > NOTICEABLE * measured.service.p99();
    }

    /// The contract's document of `loadtest --json`.
    public Map<String, @Nullable Object> asJson(List<ServiceLevel.Verdict> verdicts) {
        Map<String, @Nullable Object> document =
                Json.object(
                        "requests",
                        measured.requests,
                        "errors",
                        measured.errors,
                        "rps",
                        measured.rps,
                        "latencyMs",
                        measured.latency.asJson(),
                        "serviceMs",
                        measured.service.asJson(),
                        "slo",
                        verdicts.stream().map(ServiceLevel.Verdict::asJson).toList());
        document.put("loop", plan.rate().isPresent() ? "open" : "closed");
        plan.rate().ifPresent(rate -> document.put("rate", rate));
        document.put("connections", plan.connections());
        document.put("seconds", measured.seconds);
        document.put("outcomes", measured.outcomes);
        document.put("unsent", unsent);
        document.put(
                "warmUp",
                Json.object(
                        "seconds", warmUp.seconds,
                        "requests", warmUp.requests,
                        "errors", warmUp.errors,
                        "rps", warmUp.rps,
                        "latencyMs", warmUp.latency.asJson()));
        document.put("clientCpu", clientCpu);
        server.ifPresent(times -> document.put("serverMs", times.asJson()));
        document.put("slices", slices.stream().map(LoadResult::sliceAsJson).toList());
        return document;
    }

    private static Map<String, @Nullable Object> sliceAsJson(Slice slice) {
        return Json.object(
                "second", slice.second(),
                "warmUp", slice.warmUp(),
                "rps", slice.rps(),
                "errors", slice.errors(),
                "p50", slice.latency().p50(),
                "p95", slice.latency().p95(),
                "p99", slice.latency().p99());
    }
}
