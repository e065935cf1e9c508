package gemwright.workbench;

import gemwright.base.Fingerprint;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.serve.Endpoint;
import gemwright.serve.EndpointOptions;
import gemwright.serve.http.TakenPort;
import gemwright.serve.model.OnnxOpener;
import gemwright.serve.model.Opener;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Puts models into service on this machine.
public final class Serving {
    /// Where a server listens unless told otherwise.
    public static final int USUAL_PORT = 8_000;

    /// Where gRPC listens unless told otherwise.
    public static final int USUAL_GRPC_PORT = 8_001;

    private static final int SHORTEST_TOKEN = 16;
    private static final String ONNX = "onnx";

    private Serving() {}

    /// What to serve, and how.
    ///
    /// @param models files by the names that clients use
    /// @param host name or address to listen on; another than loopback demands a token
    /// @param port empty for the first free one from 8000 on
    /// @param log folder of the prediction log; empty for none
    /// @param grpc where gRPC listens
    /// @param token file whose first line every request must bring
    /// @param configuration what flags do not say
    public record Plan(
            Map<String, Path> models,
            String host,
            OptionalInt port,
            Optional<Path> log,
            Grpc grpc,
            Optional<Path> token,
            ServeConfiguration configuration) {
        /// A plan with the usual configuration.
        public Plan(
                Map<String, Path> models,
                String host,
                OptionalInt port,
                Optional<Path> log,
                Grpc grpc,
                Optional<Path> token) {
            this(models, host, port, log, grpc, token, ServeConfiguration.standard());
        }

        public Plan {
            models = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(models));
        }
    }

    /// Where the Open Inference Protocol over gRPC listens.
    public sealed interface Grpc {
        /// Nowhere.
        record Off() implements Grpc {}

        /// On port 8001 where that is free, else nowhere.
        record Usual() implements Grpc {}

        /// On that port; 0 for any free one.
        record On(int port) implements Grpc {}
    }

    /// Loads the models and starts to answer; the caller closes the server.
    ///
    /// @throws Problem where a model cannot be loaded, the port is taken, or another machine could
    ///   ask without a token
    public static Endpoint start(Plan plan, Progress progress) throws Problem {
        EndpointOptions options = options(plan);
        return Endpoint.start(plan.models(), file -> opened(file, progress), options, progress);
    }

    /// Files by name: `NAME=FILE`, or a file whose name without its ending is the name.
    ///
    /// @throws Problem where two would have one name
    public static Map<String, Path> named(List<String> models) throws Problem {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String model : models) {
            int equals = model.indexOf('=');
            boolean named = equals > 0 && !Files.exists(Path.of(model));
            Path file = Path.of(named ? model.substring(equals + 1) : model);
            String name = named ? model.substring(0, equals) : stem(file);
            if (name.isBlank() || name.contains("/")) {
                throw Problem.of("serve.name", model, name);
            }
            if (files.put(name, file) != null) {
                throw Problem.of("serve.twice", model, name);
            }
        }
        return files;
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.toAbsolutePath().normalize().getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static EndpointOptions options(Plan plan) throws Problem {
        InetAddress address = address(plan.host());
        Optional<String> token = Optional.empty();
        if (plan.token().isPresent()) {
            token = Optional.of(token(plan.token().get()));
        }
        if (token.isEmpty() && !address.isLoopbackAddress()) {
            throw Problem.of("serve.needsToken", plan.host());
        }
        int port =
                plan.port().isPresent()
                        ? plan.port().getAsInt()
                        : TakenPort.nextFree(address, USUAL_PORT).orElse(0);
        ServeConfiguration configuration = plan.configuration();
        return new EndpointOptions(
                new EndpointOptions.Listening(
                        address, port, grpcPort(plan.grpc(), address, port), configuration.tls()),
                new EndpointOptions.Permission(token, configuration.origins()),
                configuration.limits(),
                configuration.breaking(),
                configuration.challenges(),
                plan.log().map(folder -> new EndpointOptions.Logging(folder, configuration.log())),
                true);
    }

    private static OptionalInt grpcPort(Grpc grpc, InetAddress address, int httpPort) {
        return switch (grpc) {
            case Grpc.Off _ -> OptionalInt.empty();
            case Grpc.On(int port) -> OptionalInt.of(port);
            case Grpc.Usual _ -> {
                OptionalInt free = TakenPort.nextFree(address, USUAL_GRPC_PORT);
                boolean ours = free.equals(OptionalInt.of(USUAL_GRPC_PORT));
                yield ours && httpPort != USUAL_GRPC_PORT ? free : OptionalInt.empty();
            }
        };
    }

    private static InetAddress address(String host) throws Problem {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw Problem.of("serve.host", host).causedBy(unknown);
        }
    }

    private static String token(Path file) throws Problem {
        try {
            String token = Files.readString(file).strip();
            if (token.length() < SHORTEST_TOKEN || !token.matches("[\\x21-\\x7e]+")) {
                throw Problem.of("serve.token", file, Integer.toString(SHORTEST_TOKEN));
            }
            return token;
        } catch (java.nio.file.NoSuchFileException missing) {
            throw Problem.of("file.missing", file).causedBy(missing);
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", file, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    /// ONNX as it is; anything else that can be opened is converted in memory.
    private static Opener.Opened opened(Path file, Progress progress) throws Problem {
        try (SourceModel source = Sources.open(file, progress)) {
            if (source.format().equals(ONNX)) {
                return new OnnxOpener().open(file);
            }
            String sha256 = Fingerprint.of(file, progress).sha256();
            Converted converted = source.toOnnx(ConvertOptions.usual(), progress);
            return OnnxOpener.opened(converted.model(), file.toString(), sha256);
        }
    }
}
