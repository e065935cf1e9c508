package gemwright.cli;

import gemwright.base.Json;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// `gemwright --version`.
@Command(name = "version", resourceBundle = "gemwright.cli.texts")
final class VersionCommand extends Subcommand {
    @Override
    int run(Console console) {
        String version = version();
        if (console.json()) {
            console.json(Json.object("version", version, "java", Runtime.version().toString()));
        } else {
            console.line("Gemwright " + version + " (Java " + Runtime.version() + ")");
        }
        return Cli.DONE;
    }

    private static String version() {
        try (InputStream in =
                VersionCommand.class.getResourceAsStream("/gemwright/version.properties")) {
            Properties properties = new Properties();
            properties.load(java.util.Objects.requireNonNull(in));
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
