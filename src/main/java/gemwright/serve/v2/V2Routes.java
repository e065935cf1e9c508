package gemwright.serve.v2;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.serve.Predictions;
import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;
import gemwright.serve.http.Response;
import gemwright.serve.http.Router;
import gemwright.serve.model.Models;
import gemwright.serve.model.Served;
import gemwright.serve.predict.Bodies;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// All routes below `/v2`.
public final class V2Routes {
    /// What the server calls itself.
    static final String NAME = "gemwright";

    /// What it does beyond the protocol's core.
    static final List<String> EXTENSIONS =
            List.of(
                    "binary_tensor_data",
                    "model_repository",
                    "model_repository(unload_dependents)",
                    "model_configuration",
                    "statistics");

    private final Models models;
    private final BooleanSupplier accepting;
    private final String version;

    V2Routes(Models models, BooleanSupplier accepting, String version) {
        this.models = models;
        this.accepting = accepting;
        this.version = version;
    }

    /// Adds them.
    ///
    /// @param accepting false from the moment on when the server is about to close
    /// @param version of this program
    public static void add(
            Router router,
            Models models,
            Predictions predictions,
            BooleanSupplier accepting,
            String version) {
        V2Routes routes = new V2Routes(models, accepting, version);
        InferProtocol protocol = new InferProtocol();
        router.add("GET", "/v2", (request, values) -> routes.server());
        router.add("GET", "/v2/health/live", (r, values) -> Response.json(200, routes.live()));
        router.add("GET", "/v2/health/ready", (request, values) -> routes.ready());
        router.add("GET", "/v2/models/stats", (request, values) -> routes.allStatistics());
        router.add("POST", "/v2/repository/index", (request, values) -> routes.index(request));
        router.add(
                "POST",
                "/v2/repository/models/{model}/load",
                (request, values) -> routes.load(request, values.getFirst()));
        router.add(
                "POST",
                "/v2/repository/models/{model}/unload",
                (request, values) -> routes.unload(request, values.getFirst()));
        for (String model :
                List.of("/v2/models/{model}", "/v2/models/{model}/versions/{version}")) {
            router.add("GET", model, (r, values) -> routes.metadata(routes.served(values)));
            router.add("GET", model + "/ready", (r, values) -> routes.modelReady(values));
            router.add("GET", model + "/config", (r, values) -> routes.config(values));
            router.add("GET", model + "/stats", (r, values) -> routes.statistics(values));
            router.add(
                    "POST",
                    model + "/infer",
                    (request, values) -> {
                        routes.requireVersion(values);
                        return predictions.answer(request, values.getFirst(), protocol);
                    });
        }
    }

    private Response server() {
        return Response.json(
                200, Json.object("name", NAME, "version", version, "extensions", EXTENSIONS));
    }

    private Map<String, @Nullable Object> live() {
        return Json.object("live", true);
    }

    /// Both words: the specification's text says `live`, clients read `ready`.
    private Response ready() {
        boolean ready = accepting.getAsBoolean() && models.ready();
        return Response.json(ready ? 200 : 503, Json.object("ready", ready, "live", true));
    }

    /// Whether a model is in service, and the server is not about to close.
    ///
    /// @throws Refusal 404 where the name is not known
    boolean isReady(String name) throws Refusal {
        boolean loaded =
                models.all().stream()
                        .anyMatch(model -> model.name().equals(name) && model.served().isPresent());
        if (!models.names().contains(name)) {
            models.look(name);
        }
        return loaded && accepting.getAsBoolean();
    }

    /// The version of this program.
    String version() {
        return version;
    }

    private Response modelReady(List<String> values) throws Refusal {
        boolean ready = isReady(values.getFirst());
        return Response.json(
                ready ? 200 : 400, Json.object("name", values.getFirst(), "ready", ready));
    }

    private Served served(List<String> values) throws Refusal {
        requireVersion(values);
        return models.look(values.getFirst());
    }

    void requireVersion(List<String> values) throws Refusal {
        if (values.size() > 1) {
            Served served = models.look(values.getFirst());
            if (!served.version().equals(values.get(1))) {
                throw Refusal.notFound(
                        "the model '"
                                + served.name()
                                + "' is in service in version "
                                + served.version()
                                + ", not "
                                + Bodies.shortened(values.get(1)));
            }
        }
    }

    private Response metadata(Served served) {
        return Response.json(200, Descriptions.metadata(served));
    }

    private Response config(List<String> values) throws Refusal {
        return Response.json(200, Descriptions.configuration(served(values)));
    }

    private Response statistics(List<String> values) throws Refusal {
        return Response.json(
                200, Json.object("model_stats", List.of(Descriptions.statistics(served(values)))));
    }

    private Response allStatistics() {
        return Response.json(
                200,
                Json.object(
                        "model_stats",
                        models.all().stream()
                                .flatMap(model -> model.served().stream())
                                .map(Descriptions::statistics)
                                .toList()));
    }

    private Response index(Request request) throws Refusal {
        boolean readyOnly = Boolean.TRUE.equals(members(request).get("ready"));
        return Response.json(
                200,
                models.all().stream()
                        .filter(model -> !readyOnly || model.served().isPresent())
                        .map(Descriptions::indexEntry)
                        .toList());
    }

    private Response load(Request request, String model) throws Refusal {
        if (members(request).get("parameters") instanceof Map<?, ?> map && !map.isEmpty()) {
            throw noUploads();
        }
        load(model);
        return Response.json(200, Map.of());
    }

    static Refusal noUploads() {
        return Refusal.badRequest(
                "a model is loaded from the file it was started with; files and"
                        + " configurations in the request are not taken");
    }

    /// Loads the file of that name once more.
    void load(String model) throws Refusal {
        try {
            models.reload(model);
        } catch (Problem problem) {
            throw Refusal.badRequest(
                    "the model '"
                            + model
                            + "' could not be loaded: "
                            + String.join("; ", problem.render(Texts.problems(Locale.ENGLISH))));
        }
    }

    private Response unload(Request request, String model) throws Refusal {
        members(request);
        models.unload(model);
        return Response.json(200, Map.of());
    }

    /// The members of a body; clients send none at all where they have nothing to say.
    private static Map<String, @Nullable Object> members(Request request) throws Refusal {
        byte[] body = request.body();
        if (body.length == 0) {
            return Map.of();
        }
        try (JsonParser in = Bodies.parser(body, 0, body.length)) {
            in.nextToken();
            return Bodies.object(in, "the body");
        } catch (JacksonException damaged) {
            throw Bodies.notJson(damaged);
        }
    }
}
