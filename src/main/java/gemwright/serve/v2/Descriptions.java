package gemwright.serve.v2;

import gemwright.base.Json;
import gemwright.serve.model.Models;
import gemwright.serve.model.Served;
import gemwright.serve.model.Slot;
import gemwright.serve.model.Statistics;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// How models describe themselves to clients of the protocol.
final class Descriptions {
    /// Triton's name for what runs here, which clients know.
    static final String PLATFORM = "onnxruntime_onnx";

    /// What runs it, in Triton's words.
    static final String BACKEND = "onnxruntime";

    private Descriptions() {}

    static Map<String, @Nullable Object> metadata(Served served) {
        return Json.object(
                "name",
                served.name(),
                "versions",
                List.of(served.version()),
                "platform",
                PLATFORM,
                "inputs",
                served.signature().inputs().stream().map(Descriptions::tensor).toList(),
                "outputs",
                served.signature().outputs().stream().map(Descriptions::tensor).toList());
    }

    private static Map<String, @Nullable Object> tensor(Slot slot) {
        return Json.object(
                "name", slot.name(), "datatype", DataTypes.of(slot.type()), "shape", slot.shape());
    }

    static Map<String, @Nullable Object> configuration(Served served) {
        return Json.object(
                "name",
                served.name(),
                "platform",
                PLATFORM,
                "backend",
                BACKEND,
                "version_policy",
                Json.object("latest", Json.object("num_versions", 1)),
                "max_batch_size",
                0,
                "input",
                served.signature().inputs().stream().map(Descriptions::configured).toList(),
                "output",
                served.signature().outputs().stream().map(Descriptions::configured).toList());
    }

    private static Map<String, @Nullable Object> configured(Slot slot) {
        return Json.object(
                "name",
                slot.name(),
                "data_type",
                DataTypes.configuration(slot.type()),
                "dims",
                slot.shape());
    }

    static Map<String, @Nullable Object> statistics(Served served) {
        Statistics seen = served.statistics();
        long requests = seen.succeeded();
        return Json.object(
                "name",
                served.name(),
                "version",
                served.version(),
                "last_inference",
                seen.lastMillis(),
                "inference_count",
                seen.rows(),
                "execution_count",
                seen.runs(),
                "inference_stats",
                Json.object(
                        "success", part(requests, seen.successNanos()),
                        "fail", part(seen.failed(), seen.failNanos()),
                        "queue", part(requests, seen.queueNanos()),
                        "compute_input", part(requests, 0),
                        "compute_infer", part(seen.runs(), seen.runNanos()),
                        "compute_output", part(requests, 0),
                        "cache_hit", part(0, 0),
                        "cache_miss", part(0, 0)),
                "batch_stats",
                List.of());
    }

    private static Map<String, @Nullable Object> part(long count, long nanos) {
        return Json.object("count", count, "ns", nanos);
    }

    static Map<String, @Nullable Object> indexEntry(Models.Known model) {
        return Json.object(
                "name",
                model.name(),
                "version",
                model.served().map(Served::version).orElse(""),
                "state",
                model.served().isPresent() ? "READY" : "UNAVAILABLE",
                "reason",
                model.served().isPresent() ? "" : "unloaded");
    }
}
