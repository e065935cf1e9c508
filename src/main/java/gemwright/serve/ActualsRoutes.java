package gemwright.serve;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.log.Actual;
import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;
import gemwright.serve.http.Response;
import gemwright.serve.http.Router;
import gemwright.serve.model.Journal;
import gemwright.serve.model.Models;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `POST /actuals`, `POST /actuals/NAME`: what turned out to be true, by the ids of the requests,
/// as late as it may come.
///
/// `{"id":"r1","actual":1}` for one, `{"records":[…]}` for several; the value of a request of
/// several rows is a list with one for each row.
final class ActualsRoutes {
    private final Models models;
    private final Journal journal;

    private ActualsRoutes(Models models, Journal journal) {
        this.models = models;
        this.journal = journal;
    }

    static void add(Router router, Models models, Journal journal) {
        ActualsRoutes routes = new ActualsRoutes(models, journal);
        router.add("POST", "/actuals", (request, values) -> routes.take(request, routes.only()));
        router.add(
                "POST",
                "/actuals/{model}",
                (request, values) -> routes.take(request, routes.known(values.getFirst())));
    }

    private String only() throws Refusal {
        List<String> names = models.names();
        if (names.size() != 1) {
            throw Refusal.badRequest(
                    "several models are served here ("
                            + String.join(", ", names)
                            + "); post to /actuals/NAME");
        }
        return names.getFirst();
    }

    private String known(String name) throws Refusal {
        if (!models.names().contains(name)) {
            models.look(name);
        }
        return name;
    }

    private Response take(Request request, String model) throws Refusal {
        List<Actual> found = read(request.body());
        try {
            journal.actuals(model, found);
            return Response.json(200, Json.object("model", model, "taken", found.size()));
        } catch (Problem failed) {
            throw Refusal.of(507, String.join("; ", failed.render(Texts.problems(Locale.ENGLISH))));
        }
    }

    private static List<Actual> read(byte[] body) throws Refusal {
        if (!(parsed(body) instanceof Map<?, ?> object)) {
            throw Refusal.badRequest("the body: expected an object");
        }
        List<Actual> found = new ArrayList<>();
        if (object.get("records") instanceof List<?> records && object.size() == 1) {
            for (int i = 0; i < records.size(); i++) {
                add(records.get(i), "records[" + i + "]", found);
            }
        } else {
            add(object, "the body", found);
        }
        if (found.isEmpty()) {
            throw Refusal.badRequest("expected at least one outcome, found none");
        }
        return found;
    }

    private static @Nullable Object parsed(byte[] body) throws Refusal {
        try {
            return Json.parse(new String(body, StandardCharsets.UTF_8), "the body");
        } catch (Problem damaged) {
            Problem.Part part = damaged.parts().getFirst();
            throw Refusal.badRequest(
                    "the body is not valid JSON: "
                            + part.arguments().getFirst()
                            + part.where().replaceFirst("^the body", ""));
        }
    }

    private static void add(@Nullable Object record, String place, List<Actual> found)
            throws Refusal {
        if (!(record instanceof Map<?, ?> map)
                || !(map.get("id") instanceof String id)
                || !map.containsKey("actual")
                || map.size() != 2) {
            throw Refusal.badRequest(
                    place + ": expected {\"id\": \"the request's id\", \"actual\": value}");
        }
        @Nullable Object value = map.get("actual");
        if (value instanceof List<?> rows) {
            for (int row = 0; row < rows.size(); row++) {
                String where = place + ".actual[" + row + "]";
                found.add(new Actual(id + "#" + row, plain(rows.get(row), where)));
            }
        } else {
            found.add(new Actual(id, plain(value, place + ".actual")));
        }
    }

    private static Object plain(@Nullable Object value, String place) throws Refusal {
        if (value instanceof BigInteger
                || (value instanceof Double number && !Double.isFinite(number))) {
            throw Refusal.badRequest(place + ": expected a number that fits 64 bits");
        }
        if (value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof String) {
            return value;
        }
        throw Refusal.badRequest(
                place + ": expected a number, a text, true or false, or a list of them");
    }
}
