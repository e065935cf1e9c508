package gemwright.loadtest;

import gemwright.base.Json;
import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The server that a test is about.
///
/// @param uri where requests are posted to
/// @param headers sent with each of them
/// @param accepted what its OpenAPI document says that it takes
public record Target(URI uri, Map<String, String> headers, Accepted accepted) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SHOWN = 300;

    public Target {
        headers = Map.copyOf(headers);
    }

    /// Finds out what a server takes.
    ///
    /// @param url its root, which stands for `/predict`, or the very address to post to
    /// @throws Problem where that is no URL, or nobody answers there
    public static Target discover(String url, Map<String, String> headers) throws Problem {
        URI uri = parsed(url);
        URI description = uri.resolve("/openapi.json");
        HttpConnection.Answer answer =
                ask(uri, HttpConnection.request("GET", description, headers, new byte[0]));
        Accepted accepted =
                answer.status() == 200 ? accepted(answer.body(), uri.getPath()) : Accepted.UNKNOWN;
        return new Target(uri, headers, accepted);
    }

    /// Sends one request, so that a test of a server that refuses each of them never begins.
    ///
    /// @throws Problem where the server answers 4xx, with its own words
    public void probe(Bodies bodies) throws Problem {
        HttpConnection.Answer answer = ask(uri, bodies.first());
        if (answer.status() / 100 == 4) {
            throw Problem.of(
                    "loadtest.refused",
                    uri.toString(),
                    Integer.toString(answer.status()),
                    said(answer.body()));
        }
    }

    /// What the server has counted so far; empty where it does not tell.
    Optional<ServerTimes.Counted> counted() {
        URI statistics = uri.resolve("/v2/models/stats");
        try {
            HttpConnection.Answer answer =
                    ask(uri, HttpConnection.request("GET", statistics, headers, new byte[0]));
            return answer.status() == 200
                    ? ServerTimes.Counted.of(answer.body())
                    : Optional.empty();
        } catch (Problem silent) {
            return Optional.empty();
        }
    }

    private static String said(String body) {
        String shown = body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body;
        return shown.replaceAll("\\s+", " ");
    }

    private static HttpConnection.Answer ask(URI uri, byte[] request) throws Problem {
        try (HttpConnection connection = HttpConnection.open(uri, PATIENCE)) {
            return connection.exchange(request, true);
        } catch (IOException unreachable) {
            throw Problem.of(
                            "loadtest.unreachable",
                            uri.toString(),
                            String.valueOf(unreachable.getMessage()))
                    .causedBy(unreachable);
        }
    }

    private static URI parsed(String url) throws Problem {
        try {
            URI uri = new URI(url.contains("://") ? url : "http://" + url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !List.of("http", "https").contains(scheme)) {
                throw Problem.of("loadtest.url", url);
            }
            String path = uri.getPath();
            return path == null || path.isEmpty() || path.equals("/")
                    ? uri.resolve("/predict")
                    : uri;
        } catch (URISyntaxException wrong) {
            throw Problem.of("loadtest.url", url).causedBy(wrong);
        }
    }

    private static Accepted accepted(String document, String path) {
        try {
            Object openapi = Json.parse(document, "openapi.json");
            Object operation = at(openapi, "paths", path, "post");
            Object json = at(operation, "requestBody", "content", "application/json");
            List<Map<?, ?>> schemas = new ArrayList<>();
            flatten(openapi, at(json, "schema"), schemas, 0);
            return new Accepted(features(openapi, schemas), width(schemas), examples(json));
        } catch (Problem unreadable) {
            return Accepted.UNKNOWN; // a server without a readable description can still be tested
        }
    }

    /// The schema itself, or the alternatives of its `oneOf` or `anyOf`, references resolved.
    private static void flatten(
            @Nullable Object openapi, @Nullable Object schema, List<Map<?, ?>> into, int depth) {
        if (depth > 8 || !(schema instanceof Map<?, ?> found)) {
            return;
        }
        if (found.get("$ref") instanceof String reference && reference.startsWith("#/")) {
            flatten(openapi, at(openapi, reference.substring(2).split("/")), into, depth + 1);
        } else if (found.get("oneOf") instanceof List<?> choices) {
            choices.forEach(choice -> flatten(openapi, choice, into, depth + 1));
        } else if (found.get("anyOf") instanceof List<?> choices) {
            choices.forEach(choice -> flatten(openapi, choice, into, depth + 1));
        } else {
            into.add(found);
        }
    }

    private static Map<String, String> features(@Nullable Object openapi, List<Map<?, ?>> schemas) {
        for (Map<?, ?> schema : schemas) {
            if (schema.get("properties") instanceof Map<?, ?> properties
                    && !properties.containsKey("inputs")
                    && !properties.containsKey("records")) {
                Map<String, String> features = new LinkedHashMap<>();
                properties.forEach(
                        (name, value) -> {
                            List<Map<?, ?>> types = new ArrayList<>();
                            flatten(openapi, value, types, 0);
                            features.put(
                                    String.valueOf(name),
                                    types.stream()
                                            .map(type -> String.valueOf(first(type.get("type"))))
                                            .filter(type -> !type.equals("null"))
                                            .findFirst()
                                            .orElse(""));
                        });
                return features;
            }
        }
        return Map.of();
    }

    private static @Nullable Object first(@Nullable Object type) {
        return type instanceof List<?> types && !types.isEmpty() ? types.getFirst() : type;
    }

    private static int width(List<Map<?, ?>> schemas) {
        for (Map<?, ?> schema : schemas) {
            Object row = at(schema, "properties", "inputs", "items");
            if (at(row, "minItems") instanceof Long width
                    && !"array".equals(at(row, "items", "type"))) {
                return Math.toIntExact(width);
            }
        }
        return 0;
    }

    private static List<String> examples(@Nullable Object json) {
        List<String> examples = new ArrayList<>();
        Optional.ofNullable(at(json, "example")).map(Json::write).ifPresent(examples::add);
        if (examples.isEmpty() && at(json, "examples") instanceof Map<?, ?> named) {
            for (Object example : named.values()) {
                Optional.ofNullable(at(example, "value")).map(Json::write).ifPresent(examples::add);
            }
        }
        return examples;
    }

    private static @Nullable Object at(@Nullable Object document, String... names) {
        Object value = document;
        for (String name : names) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return value;
    }
}
