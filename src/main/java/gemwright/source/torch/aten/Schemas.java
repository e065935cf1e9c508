package gemwright.source.torch.aten;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The signatures of ATen's operators (`schemas.txt`, of PyTorch 2.9.1), found by name or by what
/// is given to a call.
public final class Schemas {
    private static final Map<String, List<Schema>> ALL = load();

    private Schemas() {}

    /// Whether there is an operator of that name.
    public static boolean knows(String name) {
        return ALL.containsKey(name);
    }

    /// The overload of that name.
    public static Optional<Schema> of(String name, String overload) {
        return ALL.getOrDefault(name, List.of()).stream()
                .filter(schema -> schema.overload().equals(overload))
                .findFirst();
    }

    /// The first overload that takes these arguments, as TorchScript chooses: one that takes them
    /// as they are, else one that takes them converted.
    public static Optional<Schema> matching(
            String name, List<AtenValue> positional, Map<String, AtenValue> named) {
        List<Schema> overloads = ALL.getOrDefault(name, List.of());
        return overloads.stream()
                .filter(s -> Matching.matches(s, positional, named, false))
                .findFirst()
                .or(
                        () ->
                                overloads.stream()
                                        .filter(s -> Matching.matches(s, positional, named, true))
                                        .findFirst());
    }

    private static Map<String, List<Schema>> load() {
        Map<String, List<Schema>> all = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Schemas.class.getResourceAsStream("schemas.txt")),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Schema::parse)
                    .forEach(s -> all.computeIfAbsent(s.name(), _ -> new ArrayList<>()).add(s));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }
}
