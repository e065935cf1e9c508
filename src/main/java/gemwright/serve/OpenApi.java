package gemwright.serve;

import static gemwright.base.Json.object;

import gemwright.serve.model.Feature;
import gemwright.serve.model.Layout;
import gemwright.serve.model.Models;
import gemwright.serve.model.Served;
import gemwright.serve.model.Slot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The OpenAPI 3.1 description of a server, made from the inputs of its models, so that generated
/// clients and testers know each feature by name and type.
final class OpenApi {
    private OpenApi() {}

    static Map<String, @Nullable Object> document(Models models, String version) {
        Map<String, @Nullable Object> paths = new LinkedHashMap<>();
        List<Served> served = models.all().stream().flatMap(m -> m.served().stream()).toList();
        for (Served model : served) {
            Map<String, @Nullable Object> predict = object("post", predict(model));
            if (models.names().size() == 1) {
                paths.put("/predict", predict);
            }
            paths.put("/predict/" + model.name(), predict);
        }
        for (Served model : served) {
            Map<String, @Nullable Object> actuals = object("post", actuals(model));
            if (models.names().size() == 1) {
                paths.put("/actuals", actuals);
            }
            paths.put("/actuals/" + model.name(), actuals);
        }
        paths.put("/health", get("Whether the server is ready", "application/json", true));
        paths.put("/v2", get("The server", "application/json", false));
        paths.put("/v2/health/live", get("Whether the server runs", "application/json", false));
        paths.put("/v2/health/ready", get("Whether it is ready", "application/json", true));
        for (Served model : served) {
            paths.put(
                    "/v2/models/" + model.name(),
                    get("Inputs and outputs of " + model.name(), "application/json", false));
        }
        paths.put("/metrics", get("Figures for Prometheus", "text/plain", false));
        return object(
                "openapi",
                "3.1.0",
                "info",
                object("title", "Gemwright", "version", version),
                "paths",
                paths,
                "components",
                object(
                        "schemas",
                        object(
                                "Error",
                                object(
                                        "type",
                                        "object",
                                        "required",
                                        List.of("error"),
                                        "properties",
                                        object("error", object("type", "string"))))));
    }

    private static Map<String, @Nullable Object> get(
            String summary, String type, boolean maybe503) {
        Map<String, @Nullable Object> responses =
                object("200", response("It is so", type, object()));
        if (maybe503) {
            responses.put("503", response("Not now", type, object()));
        }
        return object("get", object("summary", summary, "responses", responses));
    }

    private static Map<String, @Nullable Object> predict(Served model) {
        return object(
                "summary",
                "Ask " + model.name(),
                "requestBody",
                object(
                        "required",
                        true,
                        "content",
                        object(
                                "application/json",
                                object(
                                        "schema",
                                        object("oneOf", forms(model)),
                                        "example",
                                        Examples.body(model.signature())))),
                "responses",
                object(
                        "200", response("The answer", "application/json", answer(model)),
                        "400", error("What is wrong with the request"),
                        "413", error("The body is too large"),
                        "415", error("The body is packed in an unknown way"),
                        "503", error("Too many requests at once")));
    }

    private static Map<String, @Nullable Object> actuals(Served model) {
        Map<String, @Nullable Object> plain =
                object(
                        "oneOf",
                        List.of(
                                real(Double.MAX_VALUE),
                                object("type", "string"),
                                object("type", "boolean")));
        Map<String, @Nullable Object> record =
                object(
                        "type",
                        "object",
                        "required",
                        List.of("id", "actual"),
                        "additionalProperties",
                        false,
                        "properties",
                        object(
                                "id",
                                object("type", "string"),
                                "actual",
                                object(
                                        "oneOf",
                                        List.of(
                                                plain,
                                                object(
                                                        "type",
                                                        "array",
                                                        "minItems",
                                                        1,
                                                        "items",
                                                        plain)))));
        Map<String, @Nullable Object> several =
                only("records", object("type", "array", "minItems", 1, "items", record));
        return object(
                "summary",
                "What turned out to be true for " + model.name(),
                "requestBody",
                object(
                        "required",
                        true,
                        "content",
                        object(
                                "application/json",
                                object(
                                        "schema",
                                        object("oneOf", List.of(record, several)),
                                        "example",
                                        object("id", "r-17", "actual", 1)))),
                "responses",
                object(
                        "200", response("Taken", "application/json", object()),
                        "400", error("What is wrong with the request"),
                        "409", error("The prediction log is off"),
                        "413", error("The body is too large"),
                        "415", error("The body is packed in an unknown way"),
                        "507", error("The outcomes cannot be written")));
    }

    private static Map<String, @Nullable Object> response(
            String description, String type, Object schema) {
        return object(
                "description", description, "content", object(type, object("schema", schema)));
    }

    private static Map<String, @Nullable Object> error(String description) {
        return response(
                description, "application/json", object("$ref", "#/components/schemas/Error"));
    }

    private static List<Object> forms(Served model) {
        return switch (model.signature().layout()) {
            case Layout.Matrix matrix ->
                    matrix.named()
                            ? withRecords(matrix.features())
                            : List.of(rows(matrix.features()));
            case Layout.Columns columns -> withRecords(columns.features());
            case Layout.Tensors tensors -> List.of(arrays(tensors.inputs()));
        };
    }

    private static List<Object> withRecords(List<Feature> features) {
        Map<String, @Nullable Object> record = record(features);
        Map<String, @Nullable Object> list =
                object("type", "array", "minItems", 1, "items", record);
        return List.of(record, only("records", list), list, rows(features));
    }

    private static Map<String, @Nullable Object> record(List<Feature> features) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        features.forEach(feature -> properties.put(feature.name(), value(feature)));
        return object(
                "type",
                "object",
                "required",
                features.stream().map(Feature::name).toList(),
                "additionalProperties",
                false,
                "properties",
                properties);
    }

    private static Map<String, @Nullable Object> rows(List<Feature> features) {
        Map<String, @Nullable Object> row =
                object(
                        "type",
                        "array",
                        "minItems",
                        features.size(),
                        "maxItems",
                        features.size(),
                        "prefixItems",
                        features.stream().map(OpenApi::value).toList());
        return only("inputs", object("type", "array", "minItems", 1, "items", row));
    }

    private static Map<String, @Nullable Object> arrays(List<Slot> inputs) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        inputs.forEach(slot -> properties.put(slot.name(), nested(slot, 0)));
        return only(
                "inputs",
                object(
                        "type",
                        "object",
                        "required",
                        inputs.stream().map(Slot::name).toList(),
                        "additionalProperties",
                        false,
                        "properties",
                        properties));
    }

    private static Map<String, @Nullable Object> nested(Slot slot, int dimension) {
        if (!slot.ranked()) {
            return object();
        }
        if (dimension == slot.shape().size()) {
            return value(new Feature(slot.name(), slot.type(), false));
        }
        Map<String, @Nullable Object> list =
                object("type", "array", "items", nested(slot, dimension + 1));
        long size = slot.shape().get(dimension);
        list.put("minItems", size == Slot.FREE ? 1 : size);
        if (size != Slot.FREE) {
            list.put("maxItems", size);
        }
        return list;
    }

    /// An object with that one member.
    private static Map<String, @Nullable Object> only(String name, Object schema) {
        return object(
                "type",
                "object",
                "required",
                List.of(name),
                "additionalProperties",
                false,
                "properties",
                object(name, schema));
    }

    private static Map<String, @Nullable Object> value(Feature feature) {
        Map<String, @Nullable Object> schema =
                switch (feature.type()) {
                    case FLOAT32 -> real(Float.MAX_VALUE);
                    case FLOAT16 -> real(65_504);
                    case BFLOAT16 -> real(0x1.FEp127);
                    case FLOAT64, COMPLEX64, COMPLEX128 -> real(Double.MAX_VALUE);
                    case BOOL -> object("type", "boolean");
                    case STRING -> object("type", "string");
                    case INT8 -> whole(-128, 127);
                    case INT16 -> whole(-32_768, 32_767);
                    case INT32 -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
                    case INT64 -> whole(Long.MIN_VALUE, Long.MAX_VALUE);
                    case UINT8 -> whole(0, 255);
                    case UINT16 -> whole(0, 65_535);
                    case UINT32 -> whole(0, 4_294_967_295L);
                    case UINT64 -> whole(0, Long.MAX_VALUE);
                };
        if (feature.maybeMissing()) {
            schema.put("type", List.of(String.valueOf(schema.get("type")), "null"));
        }
        return schema;
    }

    private static Map<String, @Nullable Object> real(double largest) {
        return object("type", "number", "minimum", -largest, "maximum", largest);
    }

    private static Map<String, @Nullable Object> whole(long lowest, long highest) {
        return object("type", "integer", "minimum", lowest, "maximum", highest);
    }

    private static Map<String, @Nullable Object> answer(Served model) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        model.signature().outputs().forEach(slot -> properties.put(slot.name(), object()));
        properties.putIfAbsent("model", object("type", "string"));
        properties.putIfAbsent("version", object("type", "string"));
        return object(
                "type",
                "object",
                "required",
                new ArrayList<>(properties.keySet()),
                "properties",
                properties);
    }
}
