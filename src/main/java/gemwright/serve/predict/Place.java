package gemwright.serve.predict;

import gemwright.serve.http.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Where in a body a value stands: spelled out only when something is wrong with it.
@FunctionalInterface
public interface Place {
    /// `inputs[0][3] (age)`.
    String spelled();

    /// The refusal of the parser's present value.
    ///
    /// @param expected what should stand there
    default Refusal refuse(String expected, JsonParser at) {
        return Refusal.badRequest(
                spelled() + ": expected " + expected + ", found " + found(at, at.currentToken()));
    }

    /// The present value as it stands in the message; long ones are cut.
    private static String found(JsonParser at, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "the text \"" + cut(at.getString()) + "\"";
            case VALUE_NULL -> "null";
            case END_ARRAY -> "the end of the list";
            default -> cut(at.getString());
        };
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
