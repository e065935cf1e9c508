package gemwright.serve.predict;

import gemwright.base.Json;
import gemwright.serve.http.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What all readers of bodies share: the parser, and the words of their refusals.
public final class Bodies {
    /// Names listed in a message at most.
    private static final int LISTED = 20;

    /// Also the literals NaN and Infinity, which are no JSON, to say what is wrong with them, and
    /// to take NaN where the model takes a missing number.
    private static final JsonFactory FACTORY =
            Json.factory().rebuild().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private Bodies() {}

    /// A parser of a part of a body.
    public static JsonParser parser(byte[] body, int offset, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), body, offset, length);
    }

    /// The refusal of a body that is no JSON, or uses a name twice.
    public static Refusal notJson(JacksonException damaged) {
        String message = String.valueOf(damaged.getOriginalMessage());
        int detail = message.indexOf(" (start marker");
        String brief = detail < 0 ? message : message.substring(0, detail);
        return Refusal.badRequest(
                "the body is not valid JSON: "
                        + shortened(brief.replaceAll("\\s+", " "), 160)
                        + at(damaged.getLocation()));
    }

    static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /// The object that begins at the parser's present token: a small one, of plain values.
    ///
    /// @param place how the refusal calls it
    public static Map<String, @Nullable Object> object(JsonParser in, String place) throws Refusal {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw Refusal.badRequest(place + ": expected an object");
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            object.put(name, value(in, place));
        }
        return object;
    }

    private static @Nullable Object value(JsonParser in, String place) throws Refusal {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in, place);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(in, place));
                }
                yield list;
            }
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> in.getNumberValue().longValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /// A name as it stands in a message: long ones are cut.
    public static String shortened(String name) {
        return shortened(name, 60);
    }

    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    /// Names in quotes; of many, the first twenty.
    public static String listed(List<String> names) {
        List<String> quoted =
                names.stream().limit(LISTED).map(name -> "'" + shortened(name) + "'").toList();
        int more = names.size() - quoted.size();
        return String.join(", ", quoted) + (more > 0 ? " and " + more + " more" : "");
    }
}
