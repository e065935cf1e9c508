package gemwright.serve;

import gemwright.base.Json;
import gemwright.data.DType;
import gemwright.serve.model.Feature;
import gemwright.serve.model.Layout;
import gemwright.serve.model.Signature;
import gemwright.serve.model.Slot;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request that a model takes, of zeros: for the description, and for the page to try it.
final class Examples {
    private Examples() {}

    static Map<String, @Nullable Object> body(Signature signature) {
        return switch (signature.layout()) {
            case Layout.Matrix matrix ->
                    matrix.named() ? record(matrix.features()) : rows(matrix.features());
            case Layout.Columns columns -> record(columns.features());
            case Layout.Tensors tensors -> arrays(tensors.inputs());
        };
    }

    private static Map<String, @Nullable Object> record(List<Feature> features) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        features.forEach(feature -> record.put(feature.name(), zero(feature.type())));
        return record;
    }

    private static Map<String, @Nullable Object> rows(List<Feature> features) {
        return Json.object(
                "inputs", List.of(features.stream().map(feature -> zero(feature.type())).toList()));
    }

    private static Map<String, @Nullable Object> arrays(List<Slot> inputs) {
        Map<String, @Nullable Object> arrays = new LinkedHashMap<>();
        inputs.forEach(slot -> arrays.put(slot.name(), nested(slot, 0)));
        return Json.object("inputs", arrays);
    }

    private static Object nested(Slot slot, int dimension) {
        if (dimension == slot.shape().size()) {
            return zero(slot.type());
        }
        long size = slot.shape().get(dimension);
        int count = size == Slot.FREE ? 1 : Math.toIntExact(Math.min(size, 4_096));
        return Collections.nCopies(count, nested(slot, dimension + 1));
    }

    private static Object zero(DType type) {
        return switch (type) {
            case STRING -> "";
            case BOOL -> false;
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 -> 0.0;
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> 0L;
        };
    }
}
