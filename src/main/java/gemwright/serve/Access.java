package gemwright.serve;

import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;
import gemwright.serve.http.Response;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who may ask: whoever has the token, where there is one; and no web page from elsewhere, since a
/// browser would carry its requests to this machine without asking anyone.
final class Access {
    /// Tell nothing that is worth a token; probes and browsers bring none.
    private static final Set<String> OPEN =
            Set.of(
                    "/",
                    "/health",
                    "/v2/health/live",
                    "/v2/health/ready",
                    "/inference.GRPCInferenceService/ServerLive",
                    "/inference.GRPCInferenceService/ServerReady");

    private final Optional<byte[]> token;
    private final List<String> origins;
    private final boolean checksHost;

    Access(EndpointOptions options) {
        this.token = options.access().token().map(text -> text.getBytes(StandardCharsets.UTF_8));
        this.origins = options.access().origins();
        this.checksHost = options.listening().address().isLoopbackAddress() && token.isEmpty();
    }

    /// @throws Refusal 401 without the token, 403 for a foreign page
    void check(Request request) throws Refusal {
        Optional<String> origin = request.header("Origin");
        if (origin.isPresent() && !isAllowed(origin.get(), request)) {
            throw Refusal.of(403, "web pages from " + origin.get() + " may not ask this server");
        }
        if (token.isPresent() && !OPEN.contains(request.path()) && !hasToken(request)) {
            throw Refusal.of(401, "expected the token as 'Authorization: Bearer TOKEN'")
                    .with("WWW-Authenticate", "Bearer");
        }
    }

    private static String withoutPort(String host) {
        int colon = host.endsWith("]") ? -1 : host.lastIndexOf(':');
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    private static boolean isLoopbackName(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]")) {
            return true;
        }
        try {
            return host.matches("[0-9.]+") && InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// Our own page, or one on the list. Who listens on loopback is not known under another name: a
    /// page whose own name points at this machine (DNS rebinding) is a foreign one.
    private boolean isAllowed(String origin, Request request) {
        String host = request.header("Host").orElse("");
        boolean ours = origin.equals("http://" + host) || origin.equals("https://" + host);
        boolean known = !checksHost || isLoopbackName(withoutPort(host));
        return origins.contains(origin) || (ours && known);
    }

    private boolean hasToken(Request request) {
        Optional<String> given =
                request.header("Authorization")
                        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                        .map(value -> value.substring(7).strip())
                        .or(() -> request.header("X-API-Key"));
        return given.isPresent()
                && MessageDigest.isEqual(
                        given.get().getBytes(StandardCharsets.UTF_8), token.orElseThrow());
    }

    /// The answer to a browser's question whether a page may ask; empty where it is none.
    Optional<Response> preflight(Request request) {
        boolean asks =
                request.method().equals("OPTIONS")
                        && request.header("Access-Control-Request-Method").isPresent();
        return request.header("Origin")
                .filter(origin -> asks && origins.contains(origin))
                .map(
                        origin ->
                                named(request, Response.of(204, "text/plain", new byte[0]))
                                        .with("Access-Control-Allow-Methods", "GET, POST")
                                        .with(
                                                "Access-Control-Allow-Headers",
                                                "Authorization, Content-Type, X-Request-Id,"
                                                        + " X-API-Key")
                                        .with("Access-Control-Max-Age", "600"));
    }

    /// The answer, readable for the page that asked where that is on the list.
    Response named(Request request, Response response) {
        Optional<String> origin = request.header("Origin").filter(origins::contains);
        return origin.isEmpty()
                ? response
                : response.with("Access-Control-Allow-Origin", origin.get()).with("Vary", "Origin");
    }
}
