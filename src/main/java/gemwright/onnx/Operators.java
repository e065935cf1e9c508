package gemwright.onnx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Every operator of every edition of ONNX's operator sets, and ONNX Runtime's own ones, as their
/// official definitions say. The table `operators.tsv` is made by `operators/make.py` beside the
/// tests; it is read when first asked for.
public final class Operators {
    private static final String TABLE = "operators.tsv";

    private final NavigableMap<Long, Release> releases = new TreeMap<>();
    private final Map<String, Map<String, NavigableMap<Long, Operator>>> operators =
            new HashMap<>();

    private Operators() {
        try (InputStream in = Operators.class.getResourceAsStream(TABLE);
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            reader.lines().forEach(this::line);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The table, read once.
    private static final class Held {
        static final Operators TABLE = new Operators();
    }

    /// What came out together.
    ///
    /// @param irVersion edition of the file format
    /// @param machineLearning version of `ai.onnx.ml`
    private record Release(long irVersion, long machineLearning) {}

    /// The definition of an operator that is in force in that version of its operator set; empty
    /// where there is none, or not yet.
    public static Optional<Operator> find(String domain, String name, long version) {
        NavigableMap<Long, Operator> editions =
                Held.TABLE.operators.getOrDefault(Domain.normal(domain), Map.of()).get(name);
        return Optional.ofNullable(editions)
                .map(e -> e.floorEntry(version))
                .map(Map.Entry::getValue);
    }

    /// Whether the table knows the operators of that domain.
    public static boolean knows(String domain) {
        return Held.TABLE.operators.containsKey(Domain.normal(domain));
    }

    /// The version of the operator set in which an operator of that name first stood, where there
    /// is one.
    public static Optional<Long> firstVersion(String domain, String name) {
        return Optional.ofNullable(
                        Held.TABLE
                                .operators
                                .getOrDefault(Domain.normal(domain), Map.of())
                                .get(name))
                .map(NavigableMap::firstKey);
    }

    /// The newest version of ONNX's own operator set that the table knows.
    public static long newest() {
        return Held.TABLE.releases.lastKey();
    }

    /// The edition of the file format that came out with that version of ONNX's own operator set.
    public static long irVersion(long opset) {
        return release(opset).irVersion();
    }

    /// The version of `ai.onnx.ml` that came out with that version of ONNX's own operator set.
    public static long machineLearning(long opset) {
        return release(opset).machineLearning();
    }

    private static Release release(long opset) {
        Map.Entry<Long, Release> entry = Held.TABLE.releases.floorEntry(opset);
        return (entry == null ? Held.TABLE.releases.firstEntry() : entry).getValue();
    }

    private void line(String line) {
        String[] fields = line.split("\t", -1);
        if (fields[0].equals("release")) {
            Release release = new Release(Long.parseLong(fields[2]), Long.parseLong(fields[3]));
            releases.put(Long.parseLong(fields[1]), release);
        } else {
            Operator operator = operator(fields);
            operators
                    .computeIfAbsent(operator.domain(), d -> new HashMap<>())
                    .computeIfAbsent(operator.name(), n -> new TreeMap<>())
                    .put(operator.since(), operator);
        }
    }

    private static Operator operator(String[] fields) {
        return new Operator(
                fields[1],
                fields[2],
                Long.parseLong(fields[3]),
                Operator.Status.valueOf(fields[4].toUpperCase(java.util.Locale.ROOT)),
                new Operator.Arity(letters(fields[5]), Integer.parseInt(fields[6])),
                new Operator.Arity(letters(fields[7]), Integer.parseInt(fields[8])),
                List.of(letters(fields[9]).split(",")),
                attributes(letters(fields[10])));
    }

    private static String letters(String field) {
        return field.equals("-") ? "" : field;
    }

    private static List<Operator.Property> attributes(String field) {
        List<Operator.Property> attributes = new ArrayList<>();
        for (String one : field.isEmpty() ? new String[0] : field.split(",")) {
            int colon = one.indexOf(':');
            boolean required = one.endsWith("!");
            String kind = one.substring(colon + 1, one.length() - (required ? 1 : 0));
            attributes.add(
                    new Operator.Property(
                            one.substring(0, colon), Attribute.Kind.valueOf(kind), required));
        }
        return attributes;
    }
}
