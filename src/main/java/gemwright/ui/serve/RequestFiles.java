package gemwright.ui.serve;

import gemwright.base.Json;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// The request of the form as a file that other tools open.
final class RequestFiles {
    private static final String COLLECTION =
            "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

    private RequestFiles() {}

    /// What a file is for.
    enum Kind {
        /// The HTTP client of an editor.
        HTTP("http"),
        /// A collection, format 2.1.
        POSTMAN("postman_collection.json");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /// What the file's name ends in.
        String ending() {
            return ending;
        }
    }

    /// The text of the file.
    static String of(Kind kind, URI uri, Map<String, @Nullable Object> body) {
        return switch (kind) {
            case HTTP -> http(uri, body);
            case POSTMAN -> Json.write(postman(uri, body)) + "\n";
        };
    }

    private static String http(URI uri, Map<String, @Nullable Object> body) {
        return "### Ask the model\nPOST "
                + uri
                + "\nContent-Type: application/json\n\n"
                + Json.write(body)
                + "\n\n### Whether the server is ready\nGET "
                + uri.resolve("/v2/health/ready")
                + "\n";
    }

    private static Map<String, @Nullable Object> postman(
            URI uri, Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> ask =
                Json.object(
                        "method",
                        "POST",
                        "header",
                        List.of(Json.object("key", "Content-Type", "value", "application/json")),
                        "body",
                        Json.object("mode", "raw", "raw", Json.write(body)),
                        "url",
                        uri.toString());
        Map<String, @Nullable Object> ready =
                Json.object("method", "GET", "url", uri.resolve("/v2/health/ready").toString());
        return Json.object(
                "info",
                Json.object("name", "Gemwright " + uri.getAuthority(), "schema", COLLECTION),
                "item",
                List.of(
                        Json.object("name", "Ask the model", "request", ask),
                        Json.object("name", "Whether the server is ready", "request", ready)));
    }
}
