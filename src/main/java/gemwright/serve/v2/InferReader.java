package gemwright.serve.v2;

import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;
import gemwright.serve.model.Signature;
import gemwright.serve.model.Slot;
import gemwright.serve.predict.Bodies;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads inference requests: JSON, or JSON followed by raw tensors. Members that the protocol does
/// not know are ignored, since clients add some of their own.
final class InferReader {
    static final String JSON_LENGTH = "Inference-Header-Content-Length";

    private final Signature signature;
    private final byte[] body;
    private final int jsonLength;
    private final InferInputs inputs;
    private final List<InferRequest.Wanted> outputs = new ArrayList<>();
    private Optional<String> id = Optional.empty();
    private boolean binaryByDefault;
    private int raw;

    private InferReader(Signature signature, byte[] body, int jsonLength) {
        this.signature = signature;
        this.inputs = new InferInputs(signature);
        this.body = body;
        this.jsonLength = jsonLength;
        this.raw = jsonLength;
    }

    static InferRequest read(Request request, Signature signature) throws Refusal {
        byte[] body = request.body();
        int length = body.length;
        Optional<String> announced = request.header(JSON_LENGTH);
        if (announced.isPresent()) {
            length = length(announced.get(), body.length);
        }
        if (length == 0) {
            throw Refusal.badRequest("the body is empty; expected {\"inputs\": […]}");
        }
        return new InferReader(signature, body, length).read();
    }

    private static int length(String announced, int bytes) throws Refusal {
        try {
            int length = Integer.parseInt(announced.strip());
            if (length >= 0 && length <= bytes) {
                return length;
            }
        } catch (NumberFormatException damaged) {
            // said below
        }
        throw Refusal.badRequest(
                JSON_LENGTH
                        + ": expected a number up to the body's "
                        + bytes
                        + " bytes, found '"
                        + announced
                        + "'");
    }

    private InferRequest read() throws Refusal {
        try (JsonParser in = Bodies.parser(body, 0, jsonLength)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw Refusal.badRequest("the body: expected an object {\"inputs\": […]}");
            }
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = in.currentName();
                in.nextToken();
                member(in, name);
            }
            if (in.nextToken() != null) {
                throw Refusal.badRequest("the body goes on after its JSON");
            }
        } catch (JacksonException damaged) {
            throw Bodies.notJson(damaged);
        }
        if (raw != body.length) {
            throw Refusal.badRequest(
                    "the body holds "
                            + (body.length - raw)
                            + " bytes behind the last tensor; its inputs claim fewer");
        }
        return new InferRequest(id, inputs.all(), outputs, binaryByDefault);
    }

    private void member(JsonParser in, String name) throws Refusal {
        switch (name) {
            case "id" -> id = Optional.of(text(in, "id"));
            case "parameters" ->
                    binaryByDefault =
                            Boolean.TRUE.equals(Bodies.object(in, name).get("binary_data_output"));
            case "inputs" -> list(in, name, this::input);
            case "outputs" -> list(in, name, this::output);
            default -> in.skipChildren();
        }
    }

    private interface Element {
        void read(JsonParser in, String place) throws Refusal;
    }

    private static void list(JsonParser in, String name, Element element) throws Refusal {
        if (in.currentToken() == JsonToken.VALUE_NULL && name.equals("outputs")) {
            return;
        }
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw Refusal.badRequest(name + ": expected a list");
        }
        for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
            String place = name + "[" + i + "]";
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw Refusal.badRequest(place + ": expected an object");
            }
            element.read(in, place);
        }
    }

    /// What an input says of itself, in whatever order its members come.
    private static final class Said {
        private @Nullable String name;
        private @Nullable String datatype;
        private @Nullable List<Long> shape;
        private Map<String, @Nullable Object> parameters = Map.of();
        private int dataFrom = -1;
        private int dataTo;
    }

    private void input(JsonParser in, String place) throws Refusal {
        Said said = new Said();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "name" -> said.name = text(in, place + ".name");
                case "datatype" -> said.datatype = text(in, place + ".datatype");
                case "shape" -> said.shape = shape(in, place);
                case "parameters" -> said.parameters = Bodies.object(in, place + ".parameters");
                case "data" -> {
                    // read when type and shape are known, wherever they stand
                    said.dataFrom = (int) in.currentTokenLocation().getByteOffset();
                    in.skipChildren();
                    said.dataTo = (int) in.currentLocation().getByteOffset();
                }
                default -> in.skipChildren();
            }
        }
        List<Long> shape = said.shape;
        Slot slot = inputs.slot(said.name, said.datatype, shape, place);
        read(said, slot, java.util.Objects.requireNonNull(shape), InferInputs.called(place, slot));
    }

    private void read(Said said, Slot slot, List<Long> shape, String called) throws Refusal {
        Object size = said.parameters.get("binary_data_size");
        if (size != null) {
            if (!(size instanceof Long bytes) || bytes < 0 || bytes > body.length - raw) {
                throw Refusal.badRequest(
                        called
                                + ": binary_data_size claims "
                                + size
                                + " bytes, "
                                + (body.length - raw)
                                + " are left");
            }
            int from = raw;
            raw += bytes.intValue();
            inputs.raw(slot, body, from, bytes.intValue(), shape, called);
            return;
        }
        if (said.dataFrom < 0) {
            throw Refusal.badRequest(
                    called + ": expected 'data', or 'binary_data_size' among its parameters");
        }
        try (JsonParser data = Bodies.parser(body, said.dataFrom, said.dataTo - said.dataFrom)) {
            data.nextToken();
            inputs.put(slot, new InputData(data, signature, slot, shape, called).read());
        }
    }

    private void output(JsonParser in, String place) throws Refusal {
        Map<String, @Nullable Object> said = Bodies.object(in, place);
        inputs.requireOutput(said.get("name"), place);
        String name = String.valueOf(said.get("name"));
        Map<?, ?> parameters = said.get("parameters") instanceof Map<?, ?> map ? map : Map.of();
        if (parameters.get("classification") instanceof Long count && count > 0) {
            throw Refusal.badRequest(place + ": the classification extension is not supported");
        }
        Object binary = parameters.get("binary_data");
        outputs.add(
                new InferRequest.Wanted(
                        name, binary == null ? binaryByDefault : Boolean.TRUE.equals(binary)));
    }

    private static String text(JsonParser in, String place) throws Refusal {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw Refusal.badRequest(place + ": expected a text");
        }
        return in.getString();
    }

    private static List<Long> shape(JsonParser in, String place) throws Refusal {
        List<Long> shape = new ArrayList<>();
        boolean list = in.currentToken() == JsonToken.START_ARRAY;
        while (list && in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT || shape.size() >= 32) {
                list = false;
            } else {
                shape.add(in.getLongValue());
            }
        }
        if (!list) {
            throw Refusal.badRequest(place + ".shape: expected a list of whole numbers");
        }
        return shape;
    }
}
