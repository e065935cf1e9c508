package gemwright.serve;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.serve.model.OnnxOpener;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A real server on a free loopback port, and what a test asks it.
final class TestEndpoint implements AutoCloseable {
    static final Path MODELS = Path.of("src/test/resources/gemwright/serve/models");
    static final String ROW =
            "[17.99, 10.38, 122.8, 1001.0, 0.1184, 0.2776, 0.3001, 0.1471, 0.2419, 0.07871]";

    private final Endpoint endpoint;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestEndpoint(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    static TestEndpoint of(String... models) throws Problem {
        return with(EndpointOptions.local(0), models);
    }

    static TestEndpoint with(EndpointOptions options, String... models) throws Problem {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String model : models) {
            files.put(model, MODELS.resolve(model + ".onnx"));
        }
        return new TestEndpoint(Endpoint.start(files, new OnnxOpener(), options, Progress.none()));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    HttpClient client() {
        return client;
    }

    URI at(String path) {
        return endpoint.url().resolve(path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// The document of an answer.
    static Object json(HttpResponse<String> response) throws Problem {
        return java.util.Objects.requireNonNull(Json.parse(response.body(), "the answer"));
    }

    /// The value below these names and places.
    static Object at(Object document, Object... path) {
        @org.jspecify.annotations.Nullable Object value = document;
        for (Object step : path) {
            value =
                    step instanceof Integer place
                            ? value instanceof List<?> list ? list.get(place) : null
                            : value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return java.util.Objects.requireNonNull(value, () -> java.util.Arrays.toString(path));
    }

    @Override
    public void close() {
        endpoint.close();
        client.close();
    }
}
