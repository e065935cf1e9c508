package gemwright.base;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where this program and its user's files lie.
public final class Home {
    private Home() {}

    /// The user's data folder: the system property `gemwright.data`, else
    /// `$XDG_DATA_HOME/gemwright`, `%LOCALAPPDATA%\Gemwright`, `~/Library/Application
    /// Support/Gemwright` or `~/.local/share/gemwright`. Not created here.
    public static Path data() {
        String chosen = System.getProperty("gemwright.data");
        if (chosen != null) {
            return Path.of(chosen);
        }
        String system = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.contains("win")) {
            return environment("LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Gemwright");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Gemwright");
        }
        return environment("XDG_DATA_HOME")
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("gemwright");
    }

    /// The bundled sample models: `sample-models` in the installed program (`gemwright.home`), or
    /// in the working folder when started from the source tree.
    public static Optional<Path> samples() {
        Path root = Path.of(System.getProperty("gemwright.home", "."));
        Path samples = root.resolve("sample-models");
        return Files.isDirectory(samples) ? Optional.of(samples) : Optional.empty();
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
