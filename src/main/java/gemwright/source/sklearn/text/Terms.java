package gemwright.source.sklearn.text;

import gemwright.base.Problem;
import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The n-grams that a vectorizer counts, each as a sequence of units: words or characters.
///
/// Units are numbered 1, 2 …; every other unit is 0, and padding is -1.
final class Terms {
    static final long UNKNOWN = 0;
    static final long PADDING = -1;

    /// Stands in the pool for a column that nothing can count.
    private static final long NEVER = -2;

    private final int width;
    private final Map<String, Long> units = new LinkedHashMap<>();
    private final Map<Integer, List<long[]>> sequences = new TreeMap<>();
    private final Map<Integer, List<Long>> columns = new TreeMap<>();

    /// Cuts a term into its units; empty where the analyzer never makes that term.
    @FunctionalInterface
    interface Cut {
        Optional<List<String>> units(String term);
    }

    private Terms(int width) {
        this.width = width;
    }

    /// The terms of `vocabulary_`: text → column.
    static Terms of(Estimator fitted, Cut cut) throws Problem {
        Map<String, Integer> vocabulary = vocabulary(fitted);
        Terms terms = new Terms(vocabulary.size());
        boolean lastIsCounted = false;
        for (Map.Entry<String, Integer> entry : vocabulary.entrySet()) {
            Optional<List<String>> cuts = cut.units(entry.getKey());
            if (cuts.isPresent()) {
                terms.add(cuts.get(), entry.getValue());
                lastIsCounted |= entry.getValue() == terms.width - 1;
            }
        }
        if (!lastIsCounted) {
            terms.add(new long[] {NEVER}, terms.width - 1); // the last column gives the width
        }
        return terms;
    }

    static Map<String, Integer> vocabulary(Estimator fitted) throws Problem {
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        boolean[] taken = new boolean[fitted.entries("vocabulary_").size()];
        for (var entry : fitted.entries("vocabulary_")) {
            String term = entry.key().asText().orElseThrow(() -> fitted.unreadable("vocabulary_"));
            long column = entry.value().asInteger().orElse(-1);
            if (column < 0 || column >= taken.length || taken[(int) column]) {
                throw fitted.unreadable("vocabulary_");
            }
            taken[(int) column] = true;
            vocabulary.put(term, (int) column);
        }
        if (vocabulary.isEmpty()) {
            throw fitted.unreadable("vocabulary_");
        }
        return vocabulary;
    }

    /// Number of columns.
    int width() {
        return width;
    }

    /// The number of a unit; 0 where no term has it.
    long unit(String unit) {
        return units.getOrDefault(unit, UNKNOWN);
    }

    /// The numbers of units of any shape.
    Value numbers(Value texts, EstimatorGraph g) {
        List<String> keys = new ArrayList<>(units.keySet());
        keys.add("");
        long[] values = new long[keys.size()];
        for (int i = 0; i < values.length - 1; i++) {
            values[i] = unit(keys.get(i));
        }
        values[values.length - 1] = PADDING;
        return g.node("LabelEncoder")
                .domain(Domain.ML)
                .inputs(texts)
                .attribute("keys_strings", keys)
                .attribute("values_int64s", values)
                .attribute("default_int64", UNKNOWN)
                .output(ElementType.INT64);
    }

    /// How often each term stands in rows of unit numbers `[N, W]`: floats `[N, width]`.
    Value counts(Value numbers, EstimatorGraph g) {
        int longest = sequences.keySet().stream().mapToInt(Integer::intValue).max().orElse(1);
        long[] starts = new long[longest];
        int size = 0;
        for (int length = 1; length <= longest; length++) {
            starts[length - 1] = size;
            size += length * sequences.getOrDefault(length, List.of()).size();
        }
        long[] pool =
                sequences.values().stream()
                        .flatMap(Collection::stream)
                        .flatMapToLong(Arrays::stream)
                        .toArray();
        long[] indexes =
                columns.values().stream()
                        .flatMap(Collection::stream)
                        .mapToLong(Long::longValue)
                        .toArray();
        return g.node("TfIdfVectorizer")
                .inputs(numbers)
                .attribute("mode", "TF")
                .attribute("min_gram_length", 1)
                .attribute("max_gram_length", longest)
                .attribute("max_skip_count", 0)
                .attribute("ngram_counts", starts)
                .attribute("ngram_indexes", indexes)
                .attribute("pool_int64s", pool)
                .output(ElementType.FLOAT);
    }

    private void add(List<String> term, int column) {
        long[] sequence = new long[term.size()];
        for (int i = 0; i < sequence.length; i++) {
            sequence[i] = units.computeIfAbsent(term.get(i), _ -> units.size() + 1L);
        }
        add(sequence, column);
    }

    private void add(long[] sequence, int column) {
        sequences.computeIfAbsent(sequence.length, _ -> new ArrayList<>()).add(sequence);
        columns.computeIfAbsent(sequence.length, _ -> new ArrayList<>()).add((long) column);
    }
}
