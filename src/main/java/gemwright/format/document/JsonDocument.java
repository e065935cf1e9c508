package gemwright.format.document;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.format.SegmentStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads JSON, also with the bare words `NaN` and `Infinity` that Python and C++ libraries write.
public final class JsonDocument {
    private static final JsonFactory FACTORY =
            Json.factory().rebuild().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private JsonDocument() {}

    /// The value that all these bytes spell.
    ///
    /// @param where the file, for the message
    /// @throws Problem `json.damaged` with line and column
    public static Item read(MemorySegment bytes, String where) throws Problem {
        try (SegmentStream stream = new SegmentStream(bytes);
                JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), stream)) {
            Item item = item(in, in.nextToken());
            if (in.nextToken() != null) {
                throw new StreamReadException(in, "more text after the value");
            }
            return item;
        } catch (JacksonException damaged) {
            throw damaged(damaged, where);
        }
    }

    private static Problem damaged(JacksonException damaged, String where) {
        TokenStreamLocation at = damaged.getLocation();
        String place =
                at == null
                        ? where
                        : where + ", line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.of("json.damaged", place, damaged.getOriginalMessage()).causedBy(damaged);
    }

    private static Item item(JsonParser in, @org.jspecify.annotations.Nullable JsonToken token) {
        if (token == null) {
            throw new StreamReadException(in, "the text ends before the value");
        }
        return switch (token) {
            case START_OBJECT -> fields(in);
            case START_ARRAY -> members(in);
            case VALUE_STRING -> new Item.Text(in.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Item.Scalar(in.getDoubleValue());
            case VALUE_TRUE -> new Item.Flag(true);
            case VALUE_FALSE -> new Item.Flag(false);
            case VALUE_NULL -> new Item.Nothing();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new StreamReadException(in, "unexpected " + token);
        };
    }

    private static Item fields(JsonParser in) {
        Map<String, Item> members = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            members.put(name, item(in, in.nextToken()));
        }
        return new Item.Fields(members);
    }

    private static Item members(JsonParser in) {
        Members members = new Members();
        for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
            members.add(item(in, next));
        }
        return members.item();
    }
}
