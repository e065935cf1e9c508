package gemwright.serve;

import gemwright.serve.http.Limits;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How a server listens, whom it answers, and where it logs.
///
/// @param address loopback unless other machines are to reach it, which needs a token
/// @param port 0 for any free one
/// @param limits what it lets through
/// @param token that every request must bring; health probes need none
/// @param origins web pages (`https://example.org`) that browsers may let ask; none by default
/// @param log folder of the prediction log; empty for no log
/// @param grpcPort port of the Open Inference Protocol over gRPC, 0 for any free one; empty for
///   none
/// @param keepsBodies whether [Endpoint#recent] holds what was asked and answered, in memory only
public record EndpointOptions(
        InetAddress address,
        int port,
        Limits limits,
        Optional<String> token,
        List<String> origins,
        Optional<Path> log,
        OptionalInt grpcPort,
        boolean keepsBodies) {
    public EndpointOptions {
        origins = List.copyOf(origins);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
        if (token.isEmpty() && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    address + " is open to other machines: needs a token");
        }
    }

    /// Loopback, that port, no token, no log.
    public static EndpointOptions local(int port) {
        return new EndpointOptions(
                InetAddress.getLoopbackAddress(),
                port,
                Limits.standard(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                true);
    }

    /// The same with a prediction log in that folder.
    public EndpointOptions withLog(Path folder) {
        return new EndpointOptions(
                address, port, limits, token, origins, Optional.of(folder), grpcPort, keepsBodies);
    }

    /// The same with gRPC on that port.
    public EndpointOptions withGrpc(int own) {
        return new EndpointOptions(
                address, port, limits, token, origins, log, OptionalInt.of(own), keepsBodies);
    }

    /// The same with other limits.
    public EndpointOptions withLimits(Limits other) {
        return new EndpointOptions(
                address, port, other, token, origins, log, grpcPort, keepsBodies);
    }

    /// The same for those who have this token, at that address.
    public EndpointOptions withToken(InetAddress reachable, String secret) {
        return new EndpointOptions(
                reachable, port, limits, Optional.of(secret), origins, log, grpcPort, keepsBodies);
    }

    /// The same with web pages that may ask.
    public EndpointOptions withOrigins(List<String> pages) {
        return new EndpointOptions(address, port, limits, token, pages, log, grpcPort, keepsBodies);
    }

    /// The same without what was asked and answered in [Endpoint#recent].
    public EndpointOptions withoutBodies() {
        return new EndpointOptions(address, port, limits, token, origins, log, grpcPort, false);
    }
}
