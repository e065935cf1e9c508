package gemwright.serve;

import gemwright.log.LogOptions;
import gemwright.serve.http.Limits;
import gemwright.serve.http.Tls;
import gemwright.serve.model.Breaking;
import gemwright.serve.model.Challenge;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// How a server listens, whom it answers, and where it logs.
///
/// @param listening where
/// @param access whom it answers
/// @param limits what it lets through
/// @param breaking when a model that fails is left alone
/// @param challenges second versions beside models, by the models' names
/// @param log where predictions are written; empty for no log
/// @param keepsBodies whether [Endpoint#recent] holds what was asked and answered, in memory only
public record EndpointOptions(
        Listening listening,
        Permission access,
        Limits limits,
        Breaking breaking,
        Map<String, Challenge> challenges,
        Optional<Logging> log,
        boolean keepsBodies) {
    public EndpointOptions {
        challenges = Map.copyOf(challenges);
        if (access.token().isEmpty() && !listening.address().isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    listening.address() + " is open to other machines: needs a token");
        }
    }

    /// Where a server listens.
    ///
    /// @param address loopback unless other machines are to reach it, which needs a token
    /// @param port 0 for any free one
    /// @param grpcPort port of the Open Inference Protocol over gRPC, 0 for any free one; empty for
    ///   none
    /// @param tls certificate and key; empty for plain HTTP
    public record Listening(
            InetAddress address, int port, OptionalInt grpcPort, Optional<Tls> tls) {
        public Listening {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port " + port);
            }
        }
    }

    /// Whom a server answers.
    ///
    /// @param token that every request must bring; health probes need none
    /// @param origins web pages (`https://example.org`) that browsers may let ask; none by default
    public record Permission(Optional<String> token, List<String> origins) {
        public Permission {
            origins = List.copyOf(origins);
        }
    }

    /// Where predictions are written, and how.
    public record Logging(Path folder, LogOptions options) {}

    /// Loopback, that port, no token, no log.
    public static EndpointOptions local(int port) {
        return new EndpointOptions(
                new Listening(
                        InetAddress.getLoopbackAddress(),
                        port,
                        OptionalInt.empty(),
                        Optional.empty()),
                new Permission(Optional.empty(), List.of()),
                Limits.standard(),
                Breaking.standard(),
                Map.of(),
                Optional.empty(),
                true);
    }

    /// The same, listening elsewhere.
    public EndpointOptions withListening(Listening other) {
        return new EndpointOptions(other, access, limits, breaking, challenges, log, keepsBodies);
    }

    /// The same with gRPC on that port.
    public EndpointOptions withGrpc(int own) {
        return withListening(
                new Listening(
                        listening.address(),
                        listening.port(),
                        OptionalInt.of(own),
                        listening.tls()));
    }

    /// The same over TLS.
    public EndpointOptions withTls(Tls tls) {
        return withListening(
                new Listening(
                        listening.address(),
                        listening.port(),
                        listening.grpcPort(),
                        Optional.of(tls)));
    }

    /// The same for others.
    public EndpointOptions withAccess(Permission other) {
        return new EndpointOptions(
                listening, other, limits, breaking, challenges, log, keepsBodies);
    }

    /// The same for those who have this token, at that address.
    public EndpointOptions withToken(InetAddress reachable, String secret) {
        Listening there =
                new Listening(reachable, listening.port(), listening.grpcPort(), listening.tls());
        return new EndpointOptions(
                there,
                new Permission(Optional.of(secret), access.origins()),
                limits,
                breaking,
                challenges,
                log,
                keepsBodies);
    }

    /// The same with web pages that may ask.
    public EndpointOptions withOrigins(List<String> pages) {
        return withAccess(new Permission(access.token(), pages));
    }

    /// The same with other limits.
    public EndpointOptions withLimits(Limits other) {
        return new EndpointOptions(
                listening, access, other, breaking, challenges, log, keepsBodies);
    }

    /// The same with models that fail left alone sooner or later.
    public EndpointOptions withBreaking(Breaking other) {
        return new EndpointOptions(listening, access, limits, other, challenges, log, keepsBodies);
    }

    /// The same with second versions beside models.
    public EndpointOptions withChallenges(Map<String, Challenge> others) {
        return new EndpointOptions(listening, access, limits, breaking, others, log, keepsBodies);
    }

    /// The same with a prediction log in that folder.
    public EndpointOptions withLog(Path folder) {
        return withLog(Optional.of(new Logging(folder, LogOptions.usual())));
    }

    /// The same with that prediction log, or none.
    public EndpointOptions withLog(Optional<Logging> other) {
        return new EndpointOptions(
                listening, access, limits, breaking, challenges, other, keepsBodies);
    }

    /// The same without what was asked and answered in [Endpoint#recent].
    public EndpointOptions withoutBodies() {
        return new EndpointOptions(listening, access, limits, breaking, challenges, log, false);
    }
}
