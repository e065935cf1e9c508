package gemwright.cli;

import gemwright.base.Json;
import gemwright.workbench.Environment;

import picocli.CommandLine.Command;

/// `gemwright --version`.
@Command(name = "version", resourceBundle = "gemwright.cli.texts")
final class VersionCommand extends Subcommand {
    @Override
    int run(Console console) {
        String version = Environment.version();
        if (console.json()) {
            console.json(Json.object("version", version, "java", Runtime.version().toString()));
        } else {
            console.line("Gemwright " + version + " (Java " + Runtime.version() + ")");
        }
        return Cli.DONE;
    }
}
