package gemwright.workbench.alert;

import gemwright.base.AtomicFile;
import gemwright.base.Json;
import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/// When each rule spoke last, kept in a file beside the rules, so that a command that is started
/// every hour does not repeat itself.
final class CoolDowns {
    private final Path file;
    private final Map<String, Instant> spoken = new LinkedHashMap<>();

    private CoolDowns(Path file) {
        this.file = file;
    }

    /// @throws Problem where the file is there and is not ours
    static CoolDowns beside(Path rules) throws Problem {
        CoolDowns read = new CoolDowns(rules.resolveSibling(rules.getFileName() + ".state"));
        if (Files.exists(read.file)) {
            if (!(Json.read(read.file) instanceof Map<?, ?> object)) {
                throw Problem.of("alert.state", read.file);
            }
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                read.spoken.put(String.valueOf(entry.getKey()), read.time(entry.getValue()));
            }
        }
        return read;
    }

    private Instant time(@Nullable Object value) throws Problem {
        try {
            return Instant.parse(String.valueOf(value));
        } catch (DateTimeParseException notATime) {
            throw Problem.of("alert.state", file).causedBy(notATime);
        }
    }

    boolean cooling(String rule, Duration length, Instant now) {
        Instant last = spoken.get(rule);
        return last != null && now.isBefore(last.plus(length));
    }

    void spoke(String rule, Instant now) throws Problem {
        spoken.put(rule, now);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        spoken.forEach((name, at) -> object.put(name, at.toString()));
        AtomicFile.writeText(file, Json.write(object) + "\n");
    }
}
