package gemwright.workbench;

import gemwright.base.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// What a result was made with: it stands in every `run.json` and at the end of every report.
///
/// @param gemwright version of this program
/// @param java version of the Java runtime
/// @param system operating system and processor architecture
/// @param processors processors that this process may use
public record Environment(String gemwright, String java, String system, int processors) {
    /// This process's own.
    public static Environment current() {
        String system =
                System.getProperty("os.name", "")
                        + " "
                        + System.getProperty("os.version", "")
                        + ", "
                        + System.getProperty("os.arch", "");
        return new Environment(
                version(),
                Runtime.version().toString(),
                system,
                Runtime.getRuntime().availableProcessors());
    }

    /// For `run.json`.
    public Map<String, @Nullable Object> toJson() {
        return Json.object(
                "gemwright",
                gemwright,
                "java",
                java,
                "system",
                system,
                "processors",
                (long) processors);
    }

    /// The version of this program, as the build wrote it.
    public static String version() {
        try (InputStream in =
                Environment.class.getResourceAsStream("/gemwright/version.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in));
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
