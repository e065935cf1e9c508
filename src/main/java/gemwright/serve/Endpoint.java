package gemwright.serve;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.serve.grpc.Calls;
import gemwright.serve.grpc.GrpcListener;
import gemwright.serve.http.HttpListener;
import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;
import gemwright.serve.http.Response;
import gemwright.serve.http.Router;
import gemwright.serve.model.Challenge;
import gemwright.serve.model.Journal;
import gemwright.serve.model.Models;
import gemwright.serve.model.Opener;
import gemwright.serve.model.Served;
import gemwright.serve.v2.GrpcCalls;
import gemwright.serve.v2.V2Routes;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import javax.net.ssl.SSLContext;

/// A running server: `/predict`, the Open Inference Protocol under `/v2`, `/metrics`, `/health`,
/// `/openapi.json`, and a page to try it at `/`.
///
/// Its threads are those of the [HttpListener] and of the prediction log; they end with [#close].
public final class Endpoint implements AutoCloseable {
    /// So long the server still answers after it has said that it is about to close, for balancers
    /// that look before they send.
    private static final long NOTICE_MILLIS = 200;

    private static final String GRPC = "application/grpc";

    private final Models models;
    private final Gate gate;
    private final Journal journal;
    private final Metrics metrics = new Metrics();
    private final Router router = new Router();
    private final Access access;
    private final Pulse.Monitor monitor = new Pulse.Monitor();
    private final Recent.Ring ring;
    private final HttpListener listener;
    private final String scheme;
    private final Optional<GrpcListener> grpc;
    private volatile boolean accepting = true;

    private Endpoint(Models models, Journal journal, EndpointOptions options) throws Problem {
        this.models = models;
        this.journal = journal;
        this.gate = new Gate(options.limits().inFlight());
        this.access = new Access(options);
        this.ring = new Recent.Ring(options.keepsBodies());
        Predictions predictions = new Predictions(models, gate, metrics);
        PredictRoutes.add(router, models, predictions);
        ActualsRoutes.add(router, models, journal);
        V2Routes.add(router, models, predictions, this::accepting, PageRoutes.version());
        PageRoutes.add(
                router,
                models,
                this::accepting,
                () -> journal.counts().failure().isPresent(),
                this::metricsText);
        EndpointOptions.Listening place = options.listening();
        Optional<SSLContext> tls =
                place.tls().isPresent()
                        ? Optional.of(place.tls().get().context())
                        : Optional.empty();
        this.scheme = tls.isPresent() ? "https" : "http";
        this.listener =
                HttpListener.start(
                        place.address(), place.port(), options.limits(), tls, this::answer);
        this.grpc = grpc(options, new Watched(predictions));
    }

    private Optional<GrpcListener> grpc(EndpointOptions options, Calls calls) throws Problem {
        EndpointOptions.Listening place = options.listening();
        if (place.grpcPort().isEmpty()) {
            return Optional.empty();
        }
        try {
            int port = place.grpcPort().getAsInt();
            return Optional.of(
                    GrpcListener.start(
                            place.address(), port, options.limits(), place.tls(), calls));
        } catch (Problem taken) {
            listener.close();
            throw taken;
        }
    }

    /// gRPC's calls, let in and looked at as HTTP's requests are.
    private final class Watched implements Calls {
        private final Calls calls;

        Watched(Predictions predictions) {
            this.calls =
                    new GrpcCalls(
                            models, predictions, Endpoint.this::accepting, PageRoutes.version());
        }

        @Override
        public String service() {
            return calls.service();
        }

        @Override
        public List<Method> methods() {
            return calls.methods();
        }

        @Override
        public byte[] answer(String method, Request request) throws Refusal {
            Response seen = Response.of(500, GRPC, new byte[0]);
            try {
                access.check(request);
                byte[] answer = calls.answer(method, request);
                seen = Response.of(200, GRPC, answer);
                return answer;
            } catch (Refusal refusal) {
                seen = refusal.response();
                throw refusal;
            } finally {
                List<String> names = models.names();
                Optional<String> only =
                        names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
                observe(request, seen, "grpc/" + method, only);
            }
        }
    }

    /// Loads the models and begins to answer.
    ///
    /// @param files of the models by name
    /// @throws Problem where a file cannot be loaded or the port is taken; nothing is left running
    public static Endpoint start(
            Map<String, Path> files, Opener opener, EndpointOptions options, Progress progress)
            throws Problem {
        Journal journal = options.log().<Journal>map(LogJournal::new).orElseGet(Journal::none);
        Models models =
                new Models(
                        opener,
                        journal,
                        new Served.Running(options.limits().waits().run(), options.breaking()));
        try {
            int done = 0;
            for (Map.Entry<String, Path> file : files.entrySet()) {
                progress.step("loadingModels", done++, files.size());
                models.load(file.getKey(), file.getValue());
            }
            for (Map.Entry<String, Challenge> second : options.challenges().entrySet()) {
                models.challenge(second.getKey(), second.getValue());
            }
            return new Endpoint(models, journal, options);
        } catch (Problem | RuntimeException failed) {
            models.close();
            journal.close();
            throw failed;
        }
    }

    /// Where clients reach it: `http://127.0.0.1:8000`.
    public URI url() {
        InetSocketAddress address = listener.address();
        String host = address.getAddress().getHostAddress();
        return URI.create(
                scheme
                        + "://"
                        + (host.contains(":") ? "[" + host + "]" : host)
                        + ":"
                        + address.getPort());
    }

    /// The port of gRPC; empty where it is off.
    public OptionalInt grpcPort() {
        return grpc.isPresent() ? OptionalInt.of(grpc.get().port()) : OptionalInt.empty();
    }

    /// The models by name, with the version in service.
    public List<Models.Known> models() {
        return models.all();
    }

    /// Puts another file in service under a name, new or known. Requests under way end on the old
    /// version; none fails.
    public Served swap(String name, Path file) throws Problem {
        return models.load(name, file);
    }

    /// Requests that have arrived and are not answered yet.
    public int open() {
        return listener.open();
    }

    /// How it has been doing in the last minute.
    public Pulse pulse() {
        return monitor.pulse(System.currentTimeMillis());
    }

    /// The last thousand requests but health probes and metrics, newest first.
    public List<Recent> recent() {
        return ring.list();
    }

    /// Predictions written to the log so far, and those that had to be left out.
    public Journal.Counts logged() {
        return journal.counts();
    }

    /// Says that it is about to close, takes no new connection, answers what has arrived, and lets
    /// go of models and log.
    @Override
    public void close() {
        accepting = false;
        try {
            Thread.sleep(NOTICE_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Thread calls =
                Thread.ofVirtual().start(() -> grpc.ifPresent(GrpcListener::close)); // side by side
        listener.close();
        try {
            calls.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        models.close();
        journal.close();
    }

    private boolean accepting() {
        return accepting;
    }

    private Response answer(Request request) {
        String route = "unknown";
        Optional<String> model = Optional.empty();
        Response response;
        try {
            access.check(request);
            Optional<Response> preflight = access.preflight(request);
            if (preflight.isPresent()) {
                return preflight.get();
            }
            Router.Match match = router.match(request);
            route = match.pattern();
            model = model(match);
            response = match.action().answer(request, match.values());
        } catch (Refusal refusal) {
            response = refusal.response();
        }
        observe(request, response, route, model);
        return access.named(request, response);
    }

    /// The model that a path names; known names only, since it becomes part of what is kept.
    private Optional<String> model(Router.Match match) {
        List<String> names = models.names();
        if (match.pattern().equals("/predict") && names.size() == 1) {
            return Optional.of(names.getFirst());
        }
        return match.values().stream().limit(1).filter(names::contains).findFirst();
    }

    private void observe(Request request, Response response, String route, Optional<String> model) {
        metrics.responded(route, response.status());
        long nanos = System.nanoTime() - request.startNanos();
        if (route.startsWith("/predict") || route.endsWith("/infer") || route.endsWith("Infer")) {
            monitor.record(System.currentTimeMillis(), nanos, response.status() / 100 != 2);
        }
        if (!route.contains("health")
                && !route.startsWith("grpc/Server")
                && !route.equals("/metrics")) {
            ring.add(request, response, model, nanos);
        }
    }

    private String metricsText() {
        return metrics.text(new Metrics.Now(models, gate, journal.counts(), listener.open()));
    }
}
