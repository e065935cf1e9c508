package gemwright.serve.predict;

import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;
import gemwright.serve.model.Layout;
import gemwright.serve.model.Signature;
import gemwright.serve.model.Slot;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the bodies of `/predict` for one model: rows, records by name, or whole arrays.
public final class PredictReader {
    private final Signature signature;
    private final Map<String, Integer> places;

    /// A reader for a model of that signature.
    public PredictReader(Signature signature) {
        this.signature = signature;
        this.places = Filling.places(signature.layout().features());
    }

    /// The request in a body.
    ///
    /// @throws Refusal 400, which names the value that does not fit
    public Asked read(byte[] body) throws Refusal {
        if (body.length == 0) {
            throw Refusal.badRequest("the body is empty; expected " + forms());
        }
        try (JsonParser in = Bodies.parser(body, 0, body.length)) {
            Asked asked = top(in);
            if (in.nextToken() != null) {
                throw Refusal.badRequest(
                        "the body goes on after its value" + Bodies.at(in.currentTokenLocation()));
            }
            return asked;
        } catch (JacksonException damaged) {
            throw Bodies.notJson(damaged);
        }
    }

    private Asked top(JsonParser in) throws Refusal {
        JsonToken first = in.nextToken();
        if (first == JsonToken.START_ARRAY && hasRows()) {
            RowReader rows = rows(in);
            rows.records("");
            return new Asked(Asked.Form.MANY, rows.rows(), rows.inputs());
        }
        if (first != JsonToken.START_OBJECT) {
            Place body = () -> "the body";
            throw body.refuse(forms(), in);
        }
        if (in.nextToken() == JsonToken.END_OBJECT) {
            throw Refusal.badRequest("the body is an empty object; expected " + forms());
        }
        String name = in.currentName();
        if (name.equals("inputs") && !places.containsKey(name)) {
            in.nextToken();
            return alone(in, name, inputs(in));
        }
        if (name.equals("records") && !places.containsKey(name)) {
            in.nextToken();
            return alone(in, name, records(in));
        }
        if (!hasRows()) {
            throw Refusal.badRequest(
                    "unknown member '" + Bodies.shortened(name) + "'; expected " + forms());
        }
        RowReader rows = rows(in);
        rows.record("");
        return new Asked(Asked.Form.ONE, 1, rows.inputs());
    }

    /// Nothing may stand beside the one member.
    private static Asked alone(JsonParser in, String name, Asked asked) throws Refusal {
        if (in.nextToken() == JsonToken.PROPERTY_NAME) {
            throw Refusal.badRequest(
                    "unknown member '"
                            + Bodies.shortened(in.currentName())
                            + "' beside '"
                            + name
                            + "'");
        }
        return asked;
    }

    private Asked inputs(JsonParser in) throws Refusal {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            return new Asked(Asked.Form.TENSORS, 1, tensors(in));
        }
        if (in.currentToken() == JsonToken.START_ARRAY && hasRows()) {
            RowReader rows = rows(in);
            rows.rows("inputs");
            return new Asked(Asked.Form.MANY, rows.rows(), rows.inputs());
        }
        if (!hasRows() && signature.inputs().size() == 1) {
            Slot only = signature.inputs().getFirst();
            NdArray array = new NestedReader(in, only, "inputs").read();
            return new Asked(Asked.Form.TENSORS, 1, Map.of(only.name(), array));
        }
        Place inputs = () -> "inputs";
        throw inputs.refuse(
                hasRows()
                        ? "a list of rows"
                        : "an object with the arrays " + Bodies.listed(signature.inputNames()),
                in);
    }

    private Asked records(JsonParser in) throws Refusal {
        Place place = () -> "records";
        if (!hasRows()) {
            throw Refusal.badRequest("records: this model takes whole arrays; expected " + forms());
        }
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw place.refuse("a list of records", in);
        }
        RowReader rows = rows(in);
        rows.records("records");
        return new Asked(Asked.Form.MANY, rows.rows(), rows.inputs());
    }

    private Map<String, NdArray> tensors(JsonParser in) throws Refusal {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            Slot slot =
                    signature
                            .input(name)
                            .orElseThrow(
                                    () ->
                                            Refusal.badRequest(
                                                    "inputs: unknown input '"
                                                            + Bodies.shortened(name)
                                                            + "'; expected "
                                                            + Bodies.listed(
                                                                    signature.inputNames())));
            in.nextToken();
            arrays.put(name, new NestedReader(in, slot, "inputs." + name).read());
        }
        List<String> missing =
                signature.inputNames().stream().filter(name -> !arrays.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw Refusal.badRequest("inputs: missing " + Bodies.listed(missing));
        }
        return arrays;
    }

    private RowReader rows(JsonParser in) {
        return new RowReader(in, signature.layout(), places);
    }

    private boolean hasRows() {
        return !(signature.layout() instanceof Layout.Tensors);
    }

    /// What a body may look like, for messages.
    private String forms() {
        return switch (signature.layout()) {
            case Layout.Matrix matrix when !matrix.named() ->
                    "{\"inputs\": [[…" + matrix.features().size() + " values…]]}";
            case Layout.Matrix matrix -> "a record, {\"records\": […]} or {\"inputs\": [[…]]}";
            case Layout.Columns columns -> "a record, {\"records\": […]} or {\"inputs\": [[…]]}";
            case Layout.Tensors tensors ->
                    "{\"inputs\": {"
                            + String.join(
                                    ", ",
                                    tensors.inputs().stream()
                                            .map(slot -> "\"" + slot.name() + "\": […]")
                                            .toList())
                            + "}}";
        };
    }
}
