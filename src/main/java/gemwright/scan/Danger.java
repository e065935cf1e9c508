package gemwright.scan;

import gemwright.format.pickle.PickleGlobal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a name outside the vocabulary is known to do: `dangers.txt`.
enum Danger {
    COMMAND,
    CODE,
    FILE,
    NETWORK,
    UNPICKLE;

    private static final Map<String, Danger> KNOWN = load();

    /// What is known of it, by its own name or by that of a module it lies in.
    static Optional<Danger> of(PickleGlobal global) {
        String name = global.qualifiedName();
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            Danger danger = KNOWN.get(name.substring(0, end));
            if (danger != null) {
                return Optional.of(danger);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Danger> load() {
        Map<String, Danger> known = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Danger.class.getResourceAsStream("dangers.txt")),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(
                            line -> {
                                int colon = line.indexOf(": ");
                                Danger danger =
                                        valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
                                for (String name : line.substring(colon + 2).split(" ", -1)) {
                                    known.put(name, danger);
                                }
                            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return known;
    }

    /// The key of its finding.
    String key() {
        return "scan." + name().toLowerCase(Locale.ROOT);
    }
}
