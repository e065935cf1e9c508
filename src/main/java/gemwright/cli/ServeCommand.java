package gemwright.cli;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.serve.Endpoint;
import gemwright.serve.model.Models;
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

    @Option(names = "--token", paramLabel = "FILE", descriptionKey = "serve.token")
    private Optional<Path> token = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        Serving.Plan plan = new Serving.Plan(Serving.named(models), host, port(), log(), token);
        Endpoint endpoint = Serving.start(plan, console.progress());
        Ending.with(endpoint::close);
        announce(console, endpoint);
        return untilSignal();
    }

    private OptionalInt port() {
        if (port.equals("auto")) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(port);
            if (number >= 0 && number <= 65_535) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new Usage(texts().of("serve.badPort", port));
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

    private static int untilSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return Cli.DONE;
    }
}
