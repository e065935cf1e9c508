package gemwright.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// A request that gets an error: its status and the sentence under `error` in the answer.
///
/// Unlike a [gemwright.base.Problem] it speaks to a program, so it is in English whatever the
/// language of the desk, and its words are what clients and their tests see: what, where, expected,
/// found.
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    private Refusal(int status, String message, Map<String, String> headers) {
        // without a stack trace: a flood of bad requests must stay cheap
        super(message, null, false, false);
        this.status = status;
        this.headers = headers;
    }

    /// A refusal with that status.
    public static Refusal of(int status, String message) {
        return new Refusal(status, message, Map.of());
    }

    /// 400: the request is wrong.
    public static Refusal badRequest(String message) {
        return of(400, message);
    }

    /// 404: there is no such thing here.
    public static Refusal notFound(String message) {
        return of(404, message);
    }

    /// 503: too much at once; the client may come back in a second.
    public static Refusal busy(String message) {
        return of(503, message).with("Retry-After", "1");
    }

    /// This refusal with one more header.
    public Refusal with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Refusal(status, message(), more);
    }

    /// The sentence for the client.
    public String message() {
        return String.valueOf(getMessage());
    }

    /// The status code.
    public int status() {
        return status;
    }

    /// As an answer.
    public Response response() {
        Response response = Response.error(status, message());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }
}
