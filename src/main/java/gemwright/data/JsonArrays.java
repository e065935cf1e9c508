package gemwright.data;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Nested lists as arrays.
final class JsonArrays {
    private final List<Long> shape = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private double[] numbers = new double[16];
    private int count;

    private JsonArrays() {}

    /// The array of numbers (`float64`) or of texts that these lists spell, where all lists of one
    /// depth are equally long and all elements of one kind.
    static Optional<NdArray> array(List<@Nullable Object> list) {
        JsonArrays made = new JsonArrays();
        if (!made.put(list, 0) || (made.count > 0 && !made.texts.isEmpty())) {
            return Optional.empty();
        }
        long[] shape = made.shape.stream().mapToLong(Long::longValue).toArray();
        return Optional.of(
                made.texts.isEmpty()
                        ? NdArray.of(java.util.Arrays.copyOf(made.numbers, made.count), shape)
                        : NdArray.of(made.texts, shape));
    }

    private boolean put(List<?> list, int depth) {
        if (shape.size() == depth) {
            if (count > 0 || !texts.isEmpty()) {
                return false;
            }
            shape.add((long) list.size());
        } else if (shape.get(depth) != list.size()) {
            return false;
        }
        for (Object each : list) {
            if (!putOne(each, depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean putOne(@Nullable Object each, int depth) {
        if (each instanceof List<?> inner) {
            return put(inner, depth + 1);
        }
        if (shape.size() != depth + 1) {
            return false;
        }
        return switch (each) {
            case null -> number(Double.NaN);
            case Number value -> number(value.doubleValue());
            case Boolean truth -> number(truth ? 1 : 0);
            case String text -> text(text);
            default -> false;
        };
    }

    private boolean text(String text) {
        return switch (text) {
            case "NaN" -> number(Double.NaN);
            case "Infinity" -> number(Double.POSITIVE_INFINITY);
            case "-Infinity" -> number(Double.NEGATIVE_INFINITY);
            default -> texts.add(text);
        };
    }

    private boolean number(double value) {
        if (count == numbers.length) {
            numbers = java.util.Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = value;
        return true;
    }
}
