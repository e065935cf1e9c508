package gemwright.serve.v2;

import gemwright.data.DType;
import gemwright.format.protobuf.Kept;
import gemwright.format.protobuf.WireWriter;
import gemwright.serve.model.Models;
import gemwright.serve.model.Served;
import gemwright.serve.model.Slot;
import gemwright.serve.model.Statistics;

import java.util.List;

/// [Descriptions] as messages.
final class GrpcDescriptions {
    private GrpcDescriptions() {}

    /// `ModelMetadataResponse`.
    static byte[] metadata(Served served) {
        return GrpcCalls.written(
                out -> {
                    out.string(1, served.name());
                    out.string(2, served.version());
                    out.string(3, Descriptions.PLATFORM);
                    for (Slot slot : served.signature().inputs()) {
                        out.message(4, Kept.NOTHING, w -> tensor(w, slot));
                    }
                    for (Slot slot : served.signature().outputs()) {
                        out.message(5, Kept.NOTHING, w -> tensor(w, slot));
                    }
                });
    }

    private static void tensor(WireWriter out, Slot slot) {
        out.string(1, slot.name());
        out.string(2, DataTypes.of(slot.type()));
        out.packedVarints(3, sizes(slot));
    }

    private static long[] sizes(Slot slot) {
        return slot.shape().stream().mapToLong(Long::longValue).toArray();
    }

    /// `ModelConfigResponse`.
    static byte[] configuration(Served served) {
        return GrpcCalls.written(
                out -> out.message(1, Kept.NOTHING, w -> configuration(w, served)));
    }

    private static void configuration(WireWriter out, Served served) {
        out.string(1, served.name());
        out.string(2, Descriptions.PLATFORM);
        for (Slot slot : served.signature().inputs()) {
            out.message(5, Kept.NOTHING, w -> configured(w, slot, 4));
        }
        for (Slot slot : served.signature().outputs()) {
            out.message(6, Kept.NOTHING, w -> configured(w, slot, 3));
        }
        out.string(17, Descriptions.BACKEND);
    }

    private static void configured(WireWriter out, Slot slot, int sizesField) {
        out.string(1, slot.name());
        out.int64(2, type(slot.type()));
        out.packedVarints(sizesField, sizes(slot));
    }

    /// The number of a type in `model_config.proto`.
    private static int type(DType type) {
        return switch (type) {
            case BOOL -> 1;
            case UINT8 -> 2;
            case UINT16 -> 3;
            case UINT32 -> 4;
            case UINT64 -> 5;
            case INT8 -> 6;
            case INT16 -> 7;
            case INT32 -> 8;
            case INT64 -> 9;
            case FLOAT16 -> 10;
            case FLOAT32 -> 11;
            case FLOAT64 -> 12;
            case STRING -> 13;
            case BFLOAT16 -> 14;
            case COMPLEX64, COMPLEX128 -> 0;
        };
    }

    /// `ModelStatisticsResponse`.
    static byte[] statistics(List<Served> models) {
        return GrpcCalls.written(
                out -> models.forEach(m -> out.message(1, Kept.NOTHING, w -> model(w, m))));
    }

    private static void model(WireWriter out, Served served) {
        Statistics seen = served.statistics();
        out.string(1, served.name());
        out.string(2, served.version());
        out.int64(3, seen.lastMillis());
        out.int64(4, seen.rows());
        out.int64(5, seen.runs());
        out.message(6, Kept.NOTHING, w -> durations(w, seen));
    }

    private static void durations(WireWriter out, Statistics seen) {
        long requests = seen.succeeded();
        duration(out, 1, requests, seen.successNanos());
        duration(out, 2, seen.failed(), seen.failNanos());
        duration(out, 3, requests, seen.queueNanos());
        duration(out, 4, requests, 0);
        duration(out, 5, seen.runs(), seen.runNanos());
        duration(out, 6, requests, 0);
    }

    private static void duration(WireWriter out, int field, long count, long nanos) {
        out.message(
                field,
                Kept.NOTHING,
                w -> {
                    w.int64(1, count);
                    w.int64(2, nanos);
                });
    }

    /// One entry of `RepositoryIndexResponse`.
    static void entry(WireWriter out, Models.Known model) {
        out.string(1, model.name());
        out.text(2, model.served().map(Served::version).orElse(""));
        out.string(3, model.served().isPresent() ? "READY" : "UNAVAILABLE");
        out.text(4, model.served().isPresent() ? "" : "unloaded");
    }
}
