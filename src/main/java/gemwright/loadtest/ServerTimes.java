package gemwright.loadtest;

import gemwright.base.Json;
import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a server's time went during a test, as it tells itself: means over all requests, warm-up
/// included, in milliseconds. From the statistics extension of the Open Inference Protocol.
///
/// @param total from a request's first byte to its answer
/// @param queue waiting for the model
/// @param model running it
/// @param rest reading and writing JSON, the log, and everything else
public record ServerTimes(double total, double queue, double model, double rest) {
    private static final double MILLION = 1e6;

    /// What a server had counted at one moment: requests and nanoseconds.
    record Counted(long requests, double total, double queue, long runs, double model) {
        /// Of the answer to `GET /v2/models/stats`; empty where it is something else.
        static Optional<Counted> of(String body) {
            try {
                if (Json.parse(body, "statistics") instanceof Map<?, ?> document
                        && document.get("model_stats") instanceof List<?> models) {
                    Counted sum = new Counted(0, 0, 0, 0, 0);
                    for (Object model : models) {
                        sum = sum.plus(model);
                    }
                    return Optional.of(sum);
                }
            } catch (Problem noJson) {
                return Optional.empty();
            }
            return Optional.empty();
        }

        private Counted plus(@Nullable Object model) {
            if (!(model instanceof Map<?, ?> map)
                    || !(map.get("inference_stats") instanceof Map<?, ?> stats)) {
                return this;
            }
            return new Counted(
                    requests + number(stats, "success", "count"),
                    total + number(stats, "success", "ns"),
                    queue + number(stats, "queue", "ns"),
                    runs + number(stats, "compute_infer", "count"),
                    this.model + number(stats, "compute_infer", "ns"));
        }

        private static long number(Map<?, ?> stats, String part, String name) {
            return stats.get(part) instanceof Map<?, ?> map && map.get(name) instanceof Long number
                    ? number
                    : 0;
        }
    }

    /// Between two moments; empty where nothing was answered in between.
    static Optional<ServerTimes> between(Counted before, Counted after) {
        long requests = after.requests - before.requests;
        long runs = after.runs - before.runs;
        if (requests <= 0) {
            return Optional.empty();
        }
        double total = (after.total - before.total) / requests / MILLION;
        double queue = (after.queue - before.queue) / requests / MILLION;
        double model = runs <= 0 ? 0 : (after.model - before.model) / runs / MILLION;
        return Optional.of(
                new ServerTimes(total, queue, model, Math.max(0, total - queue - model)));
    }

    Map<String, @Nullable Object> asJson() {
        return Json.object("total", total, "queue", queue, "model", model, "rest", rest);
    }
}
