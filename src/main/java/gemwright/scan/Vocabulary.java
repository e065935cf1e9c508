package gemwright.scan;

import gemwright.format.pickle.PickleGlobal;
import gemwright.format.pickle.PickleReference.Use;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The names that a model file may use: `vocabulary.txt`, `estimators.txt` and `torch.txt`. A name
/// is in it or not; nothing follows from how it begins.
final class Vocabulary {
    private static final Vocabulary OURS =
            new Vocabulary("vocabulary.txt", "estimators.txt", "torch.txt");

    private final Map<PickleGlobal, Use> allowed = new HashMap<>();

    private Vocabulary(String... resources) {
        for (String resource : resources) {
            load(resource);
        }
    }

    static Vocabulary ours() {
        return OURS;
    }

    /// Whether loading a file may do that with it.
    boolean allows(PickleGlobal global, Use use) {
        Use most = allowed.get(global);
        return most != null && use.compareTo(most) <= 0;
    }

    /// Whether the name is known at all.
    boolean knows(PickleGlobal global) {
        return allowed.containsKey(global);
    }

    private void load(String resource) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Vocabulary.class.getResourceAsStream(resource), resource),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::addModule);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void addModule(String line) {
        int colon = line.indexOf(": ");
        String module = line.substring(0, colon);
        for (String entry : line.substring(colon + 2).split(" ", -1)) {
            if (entry.startsWith("=")) {
                allowed.put(new PickleGlobal(module, entry.substring(1)), Use.NAMED);
            } else if (entry.endsWith("()")) {
                String name = entry.substring(0, entry.length() - 2);
                allowed.put(new PickleGlobal(module, name), Use.CALLED);
            } else {
                allowed.put(new PickleGlobal(module, entry), Use.MADE);
            }
        }
    }
}
