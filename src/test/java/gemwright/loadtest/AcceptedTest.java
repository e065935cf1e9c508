package gemwright.loadtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Texts;
import gemwright.data.Column;
import gemwright.data.Table;
import gemwright.data.TableSource;
import gemwright.serve.http.HttpListener;
import gemwright.serve.http.Limits;
import gemwright.serve.http.Response;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Bodies from what a server says of itself, ours or another's.
class AcceptedTest {
    private static final TableSource PEOPLE =
            TableSource.of(
                    "people.csv",
                    Table.of(
                            Column.texts("city", "Köln", "Bonn"),
                            Column.numbers("age", 37, 41.5),
                            Column.integers("label", 0, 1)));

    /// As FastAPI describes a pydantic model.
    private static final String FASTAPI =
            """
            {"paths":{"/predict":{"post":{"requestBody":{"content":{"application/json":
            {"schema":{"$ref":"#/components/schemas/Features"}}}}}}},
            "components":{"schemas":{"Features":{"properties":{"age":{"type":"number"},
            "city":{"anyOf":[{"type":"string"},{"type":"null"}]}}}}}}\
            """;

    private static final String ROWS =
            """
            {"paths":{"/predict":{"post":{"requestBody":{"content":{"application/json":
            {"example":{"inputs":[[0,0]]},"schema":{"oneOf":[{"properties":{"inputs":{"type":"array",
            "items":{"type":"array","minItems":2,"maxItems":2}}}}]}}}}}}}}\
            """;

    @Test
    void namesTheFeaturesThatTheServerWantsAndNoOthers() throws Exception {
        Accepted accepted = described(FASTAPI).accepted();

        assertEquals(Map.of("age", "number", "city", "string"), accepted.features());
        assertEquals(
                List.of("{\"age\":37,\"city\":\"Köln\"}", "{\"age\":41.5,\"city\":\"Bonn\"}"),
                accepted.bodies(PEOPLE, Progress.none()));
    }

    @Test
    void sendsRowsWhereNamesAreUnknown() throws Exception {
        Accepted accepted = described(ROWS).accepted();
        TableSource numbers =
                TableSource.of(
                        "x.csv", Table.of(Column.integers("a", 1, 2), Column.numbers("b", 0.5, 3)));

        assertEquals(List.of("{\"inputs\":[[0,0]]}"), accepted.examples());
        assertEquals(
                List.of("{\"inputs\":[[1,0.5]]}", "{\"inputs\":[[2,3]]}"),
                accepted.bodies(numbers, Progress.none()));
        assertEquals(
                List.of(
                        "has 3 columns, the model takes 2 and does not name them (people.csv): keep"
                                + " exactly the columns of the model, in its order"),
                assertThrows(Problem.class, () -> accepted.bodies(PEOPLE, Progress.none()))
                        .render(Texts.problems(Locale.ENGLISH)));
    }

    @Test
    void namesEachColumnThatIsMissing() throws Exception {
        Accepted accepted = described(FASTAPI).accepted();
        TableSource other = TableSource.of("x.csv", Table.of(Column.integers("a", 1)));

        Problem problem =
                assertThrows(Problem.class, () -> accepted.bodies(other, Progress.none()));

        assertEquals(2, problem.parts().size());
        assertEquals("loadtest.columnMissing", problem.key());
    }

    @Test
    void refusesToBeginWhereTheServerRefuses() throws Exception {
        try (HttpListener server = listening(request -> Response.error(400, "no"))) {
            Target target = Target.discover(url(server), Map.of());

            Problem problem =
                    assertThrows(
                            Problem.class,
                            () -> target.probe(Bodies.of(target.uri(), Map.of(), List.of("{}"))));

            assertEquals("loadtest.refused", problem.key());
        }
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        String url;
        try (HttpListener server = listening(request -> Response.error(404, "no"))) {
            url = url(server);
        }

        Problem problem = assertThrows(Problem.class, () -> Target.discover(url, Map.of()));

        assertEquals("loadtest.unreachable", problem.key());
        assertEquals(
                "loadtest.url",
                assertThrows(Problem.class, () -> Target.discover("ftp://x", Map.of())).key());
    }

    private static Target described(String document) throws Problem {
        try (HttpListener server =
                listening(request -> Response.text(200, "application/json", document))) {
            return Target.discover(url(server), Map.of());
        }
    }

    private static HttpListener listening(gemwright.serve.http.Handler handler) throws Problem {
        return HttpListener.start(
                InetAddress.getLoopbackAddress(),
                0,
                Limits.standard().withDrain(java.time.Duration.ZERO),
                handler);
    }

    private static String url(HttpListener server) {
        return "http://127.0.0.1:" + server.address().getPort();
    }
}
