package gemwright.serve;

import gemwright.base.Json;
import gemwright.serve.http.Response;
import gemwright.serve.http.Router;
import gemwright.serve.model.Models;
import gemwright.serve.model.Served;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What is about the server itself: health, metrics, its description, and a page to try it.
final class PageRoutes {
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String POLICY =
            "default-src 'none'; connect-src 'self'; img-src data:;"
                    + " style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    private PageRoutes() {}

    static void add(
            Router router,
            Models models,
            BooleanSupplier accepting,
            BooleanSupplier logFails,
            Supplier<String> metrics) {
        router.add("GET", "/health", (request, values) -> health(models, accepting, logFails));
        router.add(
                "GET", "/metrics", (request, values) -> Response.text(200, METRICS, metrics.get()));
        router.add(
                "GET",
                "/openapi.json",
                (request, values) -> Response.json(200, OpenApi.document(models, version())));
        byte[] page = page();
        router.add(
                "GET",
                "/",
                (request, values) ->
                        Response.of(200, "text/html; charset=utf-8", page)
                                .with("Content-Security-Policy", POLICY));
    }

    private static Response health(
            Models models, BooleanSupplier accepting, BooleanSupplier logFails) {
        boolean ready = accepting.getAsBoolean() && models.ready();
        return Response.json(
                ready ? 200 : 503,
                Json.object(
                        "status",
                        ready ? "ready" : "closing",
                        "log",
                        logFails.getAsBoolean() ? "failing" : "ok",
                        "models",
                        models.all().stream()
                                .map(
                                        model ->
                                                Json.object(
                                                        "name",
                                                        model.name(),
                                                        "version",
                                                        model.served().map(Served::version)))
                                .toList()));
    }

    private static byte[] page() {
        try (InputStream in = PageRoutes.class.getResourceAsStream("try.html")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The version of this program.
    static String version() {
        try (InputStream in =
                PageRoutes.class.getResourceAsStream("/gemwright/version.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in));
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
