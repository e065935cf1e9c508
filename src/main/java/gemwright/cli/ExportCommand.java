package gemwright.cli;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.export.Platform;
import gemwright.workbench.Exporting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// `gemwright export MODEL --to PLATFORM -o DIR`: a folder ready for that platform.
@Command(name = "export", resourceBundle = "gemwright.cli.texts")
final class ExportCommand extends Subcommand {
    @Parameters(paramLabel = "MODEL", descriptionKey = "export.model")
    private Path model;

    @Option(names = "--to", required = true, paramLabel = "PLATFORM", descriptionKey = "export.to")
    private String to;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            descriptionKey = "export.output")
    private Path folder;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "export.name")
    private Optional<String> name = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        Platform platform = Platform.of(to).orElseThrow(this::noPlatform);
        Exporting.Exported exported =
                Exporting.export(
                        model, name.orElseGet(this::stem), platform, folder, console.progress());
        if (console.json()) {
            console.json(
                    Json.object(
                            "platform", platform.word(),
                            "model", exported.model(),
                            "sha256", exported.sha256(),
                            "folder", folder.toString(),
                            "files", exported.files()));
        } else {
            console.line(texts().of("export.done", platform.word(), exported.model(), folder));
        }
        return Cli.DONE;
    }

    private String stem() {
        String file = String.valueOf(model.toAbsolutePath().normalize().getFileName());
        int dot = file.lastIndexOf('.');
        return dot <= 0 ? file : file.substring(0, dot);
    }

    private Usage noPlatform() {
        String known =
                Arrays.stream(Platform.values())
                        .map(Platform::word)
                        .collect(Collectors.joining(", "));
        return new Usage(texts().of("export.noPlatform", known, to));
    }
}
