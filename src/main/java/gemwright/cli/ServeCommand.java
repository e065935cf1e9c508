package gemwright.cli;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.serve.Endpoint;
import gemwright.serve.model.Models;
import gemwright.workbench.ServeConfiguration;
import gemwright.workbench.Serving;
import gemwright.workbench.Settings;
import gemwright.workbench.Workspace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/// `gemwright serve MODEL...`: answers requests until a signal ends it.
@Command(name = "serve", resourceBundle = "gemwright.cli.texts")
final class ServeCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "[NAME=]MODEL", descriptionKey = "serve.models")
    private List<String> models = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT|auto",
            defaultValue = "8000",
            descriptionKey = "serve.port")
    private String port = "";

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            descriptionKey = "serve.host")
    private String host = "";

    @Option(names = "--log", paramLabel = "DIR|off", descriptionKey = "serve.log")
    private Optional<String> log = Optional.empty();

    @Option(names = "--grpc-port", paramLabel = "PORT|off", descriptionKey = "serve.grpcPort")
    private Optional<String> grpcPort = Optional.empty();

    @Option(names = "--token", paramLabel = "FILE", descriptionKey = "serve.token")
    private Optional<Path> token = Optional.empty();

    @Option(names = "--config", paramLabel = "FILE.json", descriptionKey = "serve.config")
    private Optional<Path> config = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        ServeConfiguration configuration =
                config.isPresent()
                        ? ServeConfiguration.read(config.get())
                        : ServeConfiguration.standard();
        Serving.Plan plan =
                new Serving.Plan(
                        Serving.named(models), host, port(), log(), grpc(), token, configuration);
        Endpoint endpoint = Serving.start(plan, console.progress());
        Ending.with(endpoint::close);
        announce(console, endpoint);
        tellGrpc(console, endpoint);
        return untilSignal();
    }

    private OptionalInt port() {
        return port.equals("auto")
                ? OptionalInt.empty()
                : OptionalInt.of(number(port, "serve.badPort"));
    }

    private Serving.Grpc grpc() {
        if (grpcPort.isEmpty()) {
            return new Serving.Grpc.Usual();
        }
        return grpcPort.get().equals("off")
                ? new Serving.Grpc.Off()
                : new Serving.Grpc.On(number(grpcPort.get(), "serve.badGrpcPort"));
    }

    private int number(String given, String wrong) {
        try {
            int number = Integer.parseInt(given);
            if (number >= 0 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new Usage(texts().of(wrong, given));
    }

    private Optional<Path> log() throws Problem {
        if (log.isPresent()) {
            return log.filter(folder -> !folder.equals("off")).map(Path::of);
        }
        return Optional.of(Workspace.chosen(Settings.load()).logs());
    }

    private static void announce(Console console, Endpoint endpoint) {
        List<String> names = endpoint.models().stream().map(Models.Known::name).toList();
        if (console.json()) {
            console.json(
                    Json.object(
                            "url",
                            endpoint.url().toString(),
                            "grpcPort",
                            endpoint.grpcPort().isPresent() ? endpoint.grpcPort().getAsInt() : null,
                            "models",
                            endpoint.models().stream()
                                    .flatMap(model -> model.served().stream())
                                    .map(
                                            model ->
                                                    Json.object(
                                                            "name", model.name(),
                                                            "version", model.version(),
                                                            "file", model.file().toString(),
                                                            "sha256", model.sha256()))
                                    .toList()));
        } else {
            console.line(
                    console.texts()
                            .of(
                                    "serve.serving",
                                    String.join(", ", names),
                                    endpoint.url().toString()));
        }
    }

    /// Where gRPC is, or that its usual port was taken.
    private void tellGrpc(Console console, Endpoint endpoint) {
        if (endpoint.grpcPort().isPresent()) {
            String place = host + ":" + endpoint.grpcPort().getAsInt();
            console.note(console.texts().of("serve.grpc", place));
        } else if (grpcPort.isEmpty()) {
            String usual = Integer.toString(Serving.USUAL_GRPC_PORT);
            console.note(console.texts().of("serve.grpcTaken", usual));
        }
    }

    private static int untilSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return Cli.DONE;
    }
}
