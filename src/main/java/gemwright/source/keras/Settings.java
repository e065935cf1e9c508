package gemwright.source.keras;

import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The configuration of a layer. What nobody asks for and is not empty, zero or false is refused.
final class Settings {
    /// How a layer is trained, and what it is called.
    private static final Set<String> OF_TRAINING =
            Set.of(
                    "name",
                    "trainable",
                    "dtype",
                    "seed",
                    "batch_input_shape",
                    "build_config",
                    "input_dim",
                    "input_length",
                    "synchronized",
                    "momentum",
                    "renorm_momentum",
                    "renorm_clipping",
                    "fused",
                    "autocast",
                    "quantization_config",
                    "implementation",
                    "recurrent_dropout",
                    "dropout",
                    "rate",
                    "noise_shape",
                    "stddev",
                    "batch_shape",
                    "sparse",
                    "ragged",
                    "optional");

    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final Set<String> consumed = new HashSet<>();
    private final String where;

    Settings(Map<?, ?> values, String where) {
        values.forEach((key, value) -> this.values.put(String.valueOf(key), value));
        this.where = where;
    }

    boolean has(String key) {
        consumed.add(key);
        return values.get(key) != null;
    }

    @Nullable Object value(String key) {
        consumed.add(key);
        return values.get(key);
    }

    boolean truth(String key, boolean otherwise) throws Problem {
        return switch (value(key)) {
            case null -> otherwise;
            case Boolean truth -> truth;
            default -> throw refused(key);
        };
    }

    long whole(String key, long otherwise) throws Problem {
        return switch (value(key)) {
            case null -> otherwise;
            case Long number -> number;
            default -> throw refused(key);
        };
    }

    double number(String key, double otherwise) throws Problem {
        return switch (value(key)) {
            case null -> otherwise;
            case Number number -> number.doubleValue();
            default -> throw refused(key);
        };
    }

    String text(String key, String otherwise) throws Problem {
        return switch (value(key)) {
            case null -> otherwise;
            case String text -> text;
            default -> throw refused(key);
        };
    }

    /// Whole numbers: as many as asked for, or one for all.
    long[] wholes(String key, int count, long otherwise) throws Problem {
        long[] numbers = new long[count];
        Object value = value(key);
        List<?> list = value instanceof List<?> several ? several : null;
        for (int i = 0; i < count; i++) {
            Object one = list == null ? value : i < list.size() ? list.get(i) : null;
            numbers[i] =
                    switch (one) {
                        case null -> otherwise;
                        case Long number -> number;
                        default -> throw refused(key);
                    };
        }
        if (list != null && list.size() != count) {
            throw refused(key);
        }
        return numbers;
    }

    /// All whole numbers of a list; one where it is no list.
    long[] wholes(String key) throws Problem {
        return switch (value(key)) {
            case null -> new long[0];
            case Long number -> new long[] {number};
            case List<?> list -> wholes(key, list.size(), 0);
            default -> throw refused(key);
        };
    }

    /// Floats, nested as they may be.
    float[] numbers(String key) throws Problem {
        List<Double> flat = new ArrayList<>();
        flatten(value(key), key, flat);
        float[] numbers = new float[flat.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = flat.get(i).floatValue();
        }
        return numbers;
    }

    private void flatten(@Nullable Object value, String key, List<Double> into) throws Problem {
        switch (value) {
            case Number number -> into.add(number.doubleValue());
            case List<?> list -> {
                for (Object each : list) {
                    flatten(each, key, into);
                }
            }
            case null, default -> throw refused(key);
        }
    }

    void ignore(String... keys) {
        consumed.addAll(List.of(keys));
    }

    void requireConsumed() throws Problem {
        for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
            String key = entry.getKey();
            boolean training =
                    OF_TRAINING.contains(key)
                            || key.endsWith("_initializer")
                            || key.endsWith("_regularizer")
                            || key.endsWith("_constraint");
            if (!training && !consumed.contains(key) && !isEmpty(entry.getValue())) {
                throw refused(key);
            }
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean truth -> !truth;
            case Number number -> number.doubleValue() == 0;
            case String text -> text.isEmpty();
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }

    Problem refused(String key) {
        return Problem.of("keras.setting", where, key, Objects.toString(values.get(key)));
    }

    String where() {
        return where;
    }
}
