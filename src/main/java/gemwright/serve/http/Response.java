package gemwright.serve.http;

import gemwright.base.Json;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// One answer: status, content type, body, and further headers.
public final class Response {
    private static final String JSON = "application/json";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    private Response(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
    }

    /// An answer with these bytes, which the caller no longer changes.
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, contentType, body, Map.of());
    }

    /// A text in UTF-8.
    public static Response text(int status, String contentType, String text) {
        return of(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /// A JSON document that is written already.
    public static Response json(int status, byte[] document) {
        return of(status, JSON, document);
    }

    /// A value as [Json] writes it.
    public static Response json(int status, @Nullable Object document) {
        return text(status, JSON, Json.write(document));
    }

    /// `{"error": message}`: the one form of every error.
    public static Response error(int status, String message) {
        return json(status, Json.object("error", message));
    }

    /// This answer with one more header.
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, more);
    }

    /// The status code.
    public int status() {
        return status;
    }

    /// The media type of the body.
    public String contentType() {
        return contentType;
    }

    /// The body itself, not a copy.
    public byte[] body() {
        return body;
    }

    /// Headers beside content type and length.
    public Map<String, String> headers() {
        return headers;
    }
}
