package gemwright.ui.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Json;
import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

class CurlTest {
    private static final URI PREDICT = URI.create("http://127.0.0.1:8000/predict");
    private static final Map<String, @Nullable Object> BODY =
            Json.object("city", "Cote d'Ivoire", "age", 37L, "quote", "\"\\");

    @Test
    void takesBackWhatTheSnippetSends() throws Problem {
        String snippet = Snippets.of(Snippets.Kind.BASH, PREDICT, BODY);

        assertEquals(BODY, Json.parse(Curl.body(snippet).orElseThrow(), "curl"));
    }

    @Test
    void readsTheWaysPeopleWriteIt() {
        List<String> commands =
                List.of(
                        "curl -X POST http://h/p --data-raw '{\"a\":1}'",
                        "curl http://h/p \\\n  -H \"Content-Type: x\" \\\n  -d \"{\\\"a\\\":1}\"",
                        "curl --json='{\"a\":1}' http://h/p",
                        "curl -d{\\\"a\\\":1} http://h/p");

        for (String command : commands) {
            assertEquals(Optional.of("{\"a\":1}"), Curl.body(command), command);
        }
    }

    @Test
    void isNoneWhereNothingIsSent() {
        assertEquals(Optional.empty(), Curl.body("curl http://h/p"));
        assertEquals(Optional.empty(), Curl.body("{\"a\":1}"));
        assertEquals(Optional.empty(), Curl.body(""));
        assertEquals(Optional.empty(), Curl.body("curl -d"));
    }

    @Test
    void filesForOtherToolsHoldTheSameRequest() throws Problem {
        String http = RequestFiles.of(RequestFiles.Kind.HTTP, PREDICT, BODY);
        Object collection =
                Json.parse(RequestFiles.of(RequestFiles.Kind.POSTMAN, PREDICT, BODY), "postman");

        assertEquals(
                List.of("POST http://127.0.0.1:8000/predict", "Content-Type: application/json", ""),
                http.lines().skip(1).limit(3).toList());
        assertEquals(BODY, Json.parse(http.lines().skip(4).findFirst().orElseThrow(), "http"));
        assertEquals(Optional.of(Json.write(BODY)), raw(collection).map(Object::toString));
    }

    private static Optional<Object> raw(@Nullable Object collection) {
        Object item = below(collection, "item") instanceof List<?> all ? all.getFirst() : "";
        return Optional.of(below(below(below(item, "request"), "body"), "raw"));
    }

    private static Object below(@Nullable Object value, String name) {
        return Objects.requireNonNull(value instanceof Map<?, ?> map ? map.get(name) : null, name);
    }
}
