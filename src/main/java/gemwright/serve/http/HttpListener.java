package gemwright.serve.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import gemwright.base.Problem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;

import javax.net.ssl.SSLContext;

/// A listening socket whose requests go to one [Handler], on the JDK's own HTTP server.
///
/// Every request runs on a virtual thread of its own; these threads and the server's dispatcher end
/// with [#close]. Slow clients are cut, as [Limits.Waits] says; those waits and the number of
/// connections are those of the first server of a process, which the JDK reads once.
public final class HttpListener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(HttpListener.class.getName());
    private static final int BACKLOG = 4_096;
    private static final int WORTH_PACKING = 1_024;

    /// A refused body is read on up to here, so that the client sees the answer and not a reset.
    private static final long DISCARDED_BYTES = 512L << 20;

    /// Of the JDK's server. It reads them once, with the first server of the process.
    private static Map<String, String> settings(Limits limits) {
        return Map.of(
                "sun.net.httpserver.nodelay", "true",
                "sun.net.httpserver.maxIdleConnections", Integer.toString(limits.connections()),
                "sun.net.httpserver.maxReqTime",
                        Long.toString(limits.waits().request().toSeconds()),
                "sun.net.httpserver.maxRspTime", Long.toString(limits.waits().answer().toSeconds()),
                "sun.net.httpserver.maxReqHeaders", "100",
                "jdk.httpserver.maxConnections", Integer.toString(limits.connections()));
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Limits limits;
    private final BodyReader bodies;
    private final Handler handler;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closing;

    private HttpListener(HttpServer server, Limits limits, Handler handler) {
        this.server = server;
        this.limits = limits;
        this.bodies = new BodyReader(limits);
        this.handler = handler;
        this.threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("request-", 0).factory());
    }

    /// Binds the port and begins to answer.
    ///
    /// @param port 0 for any free one
    /// @throws Problem where the port is taken: names who has it and the next free one
    public static HttpListener start(InetAddress address, int port, Limits limits, Handler handler)
            throws Problem {
        return start(address, port, limits, Optional.empty(), handler);
    }

    /// The same over TLS, where there is a context for it.
    public static HttpListener start(
            InetAddress address, int port, Limits limits, Optional<SSLContext> tls, Handler handler)
            throws Problem {
        // what the user set himself stays
        settings(limits)
                .forEach(
                        (name, value) -> {
                            if (System.getProperty(name) == null) {
                                System.setProperty(name, value);
                            }
                        });
        HttpServer server;
        try {
            server = create(new InetSocketAddress(address, port), tls);
        } catch (BindException taken) {
            throw TakenPort.problem(address, port, taken);
        } catch (IOException failed) {
            throw Problem.of(
                            "serve.cannotListen",
                            address.getHostAddress() + ":" + port,
                            String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
        HttpListener listener = new HttpListener(server, limits, handler);
        server.createContext("/", listener::serve);
        server.setExecutor(listener.threads);
        server.start();
        return listener;
    }

    private static HttpServer create(InetSocketAddress address, Optional<SSLContext> tls)
            throws IOException {
        if (tls.isEmpty()) {
            return HttpServer.create(address, BACKLOG);
        }
        HttpsServer server = HttpsServer.create(address, BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
        return server;
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /// Requests that have arrived and are not answered yet.
    public int open() {
        return open.get();
    }

    /// Takes no new connection, lets the requests in flight end within the limit, then cuts.
    @Override
    public void close() {
        closing = true;
        server.stop((int) Math.max(1, limits.drain().toSeconds()));
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) {
        open.incrementAndGet();
        try (exchange;
                BodyReader.Lease lease = bodies.new Lease()) {
            ExchangeRequest request = new ExchangeRequest(exchange, bodies, lease);
            Response response = answer(request);
            send(exchange, request, response);
        } catch (IOException gone) {
            LOG.log(Level.FINE, "the client went away", gone);
        } finally {
            open.decrementAndGet();
        }
    }

    // A request handler is one of the places that catch everything: one bad request must not take
    // the thread down without an answer.
    private Response answer(Request request) {
        try {
            return handler.handle(request);
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (RuntimeException | Error defect) {
            LOG.log(Level.SEVERE, "request " + request.id() + " failed", defect);
            return Response.error(
                    500, "a defect of ours; the log has the details under " + request.id());
        }
    }

    private void send(HttpExchange exchange, ExchangeRequest request, Response response)
            throws IOException {
        byte[] body = response.body();
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", response.contentType());
        headers.set("X-Request-Id", request.id());
        headers.set("X-Content-Type-Options", "nosniff");
        response.headers().forEach(headers::set);
        if (body.length >= WORTH_PACKING && takesGzip(request)) {
            headers.set("Content-Encoding", "gzip");
            headers.set("Vary", "Accept-Encoding");
            body = packed(body);
        }
        boolean cut = response.status() == 413;
        if (closing || cut) {
            headers.set("Connection", "close");
        }
        boolean bodiless = body.length == 0 || request.method().equals("HEAD");
        if (bodiless) {
            exchange.sendResponseHeaders(response.status(), -1);
        } else {
            exchange.sendResponseHeaders(response.status(), body.length);
            OutputStream out = exchange.getResponseBody();
            out.write(body);
            out.flush();
        }
        if (cut) {
            discard(exchange.getRequestBody());
        }
    }

    private static void discard(InputStream rest) throws IOException {
        byte[] buffer = new byte[64 << 10];
        long total = 0;
        for (int read = rest.read(buffer);
                read >= 0 && total < DISCARDED_BYTES;
                read = rest.read(buffer)) {
            total += read;
        }
    }

    private static boolean takesGzip(Request request) {
        return request.header("Accept-Encoding")
                .filter(
                        accepted ->
                                accepted.matches(
                                        "(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*"))
                .isPresent();
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }
}
