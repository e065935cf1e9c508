package gemwright.scan;

import gemwright.base.Json;
import gemwright.base.Problem;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds `Lambda` layers in Keras models: each holds a Python function that Keras would run.
final class KerasLambdas {
    private static final String LAMBDA = "\"class_name\": \"Lambda\"";
    private static final int CHUNK = 1 << 20;

    private KerasLambdas() {}

    /// In the configuration of a `.keras` archive.
    static List<Finding> ofConfiguration(String json, String entry) {
        List<Finding> findings = new ArrayList<>();
        try {
            Deque<Object> open = new ArrayDeque<>();
            open.push(Objects.requireNonNullElse(Json.parse(json, entry), List.of()));
            while (!open.isEmpty()) {
                switch (open.pop()) {
                    case Map<?, ?> object -> {
                        if ("Lambda".equals(object.get("class_name"))) {
                            findings.add(lambda(entry + ", " + name(object)));
                        }
                        object.values().stream().filter(Objects::nonNull).forEach(open::push);
                    }
                    case List<?> list -> list.stream().filter(Objects::nonNull).forEach(open::push);
                    default -> {
                        // A text or a number holds no layer.
                    }
                }
            }
        } catch (Problem damaged) {
            Problem.Part part = damaged.parts().getFirst();
            findings.add(new Finding(Verdict.DAMAGED, part.key(), part.where(), part.arguments()));
        }
        return findings;
    }

    /// In an HDF5 file, whose configuration is an attribute of text: searched as it lies there.
    static List<Finding> ofHdf5(MemorySegment bytes) {
        for (long start = 0; start < bytes.byteSize(); start += CHUNK) {
            long length = Math.min(CHUNK + LAMBDA.length(), bytes.byteSize() - start);
            byte[] chunk = bytes.asSlice(start, length).toArray(ValueLayout.JAVA_BYTE);
            int at = new String(chunk, StandardCharsets.ISO_8859_1).indexOf(LAMBDA);
            if (at >= 0) {
                return List.of(lambda("byte " + (start + at)));
            }
        }
        return List.of();
    }

    private static Finding lambda(String where) {
        return Finding.of(Verdict.DANGEROUS, "scan.lambda", where);
    }

    private static String name(Map<?, ?> layer) {
        return layer.get("config") instanceof Map<?, ?> config
                        && config.get("name") instanceof String name
                ? name
                : "Lambda";
    }
}
