package gemwright.cli;

import gemwright.base.AtomicFile;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.export.PythonEnvironment;
import gemwright.workbench.Environments;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `gemwright environment MODEL|PYTHON`: the libraries that a model file reveals, or that a Python
/// installation holds.
@Command(name = "environment", resourceBundle = "gemwright.cli.texts")
final class EnvironmentCommand extends Subcommand {
    @Parameters(paramLabel = "MODEL|PYTHON", descriptionKey = "environment.source")
    private Path source;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "environment.output")
    private Optional<Path> output = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        PythonEnvironment found = Environments.of(source, console.progress());
        if (output.isPresent()) {
            AtomicFile.writeText(output.get(), text(found, output.get()));
        }
        if (console.json()) {
            console.json(
                    Json.object(
                            "python", found.python().orElse(null),
                            "requirements", found.requirements(),
                            "file", output.map(Path::toString).orElse(null)));
        } else if (output.isPresent()) {
            int count = found.requirements().size();
            console.line(texts().of("environment.done", count, output.get()));
        } else {
            console.line(found.asRequirements(List.of()).stripTrailing());
        }
        return Cli.DONE;
    }

    private String text(PythonEnvironment found, Path file) {
        List<String> comment = List.of(texts().of("environment.comment", name(source)));
        String ending = name(file).toLowerCase(Locale.ROOT);
        return ending.endsWith(".yml") || ending.endsWith(".yaml")
                ? found.asCondaFile(stem(source), comment)
                : found.asRequirements(comment);
    }

    private static String stem(Path path) {
        String name = name(path);
        int dot = name.indexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }
}
