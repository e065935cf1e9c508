package gemwright.compare;

import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.runtime.Output;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The class that a model names in each row: a label as it stands, or the largest of several scores
/// (the first of equal ones, and NaN before any number, as numpy's `argmax`).
final class Classes {
    /// Names of outputs whose columns are classes although their values do not show it.
    private static final Set<String> NAMES =
            Set.of("logit", "score", "prob", "class", "label", "softmax");

    private final NdArray values;
    private final List<String> names;
    private final int width;
    private final boolean scores;

    private Classes(NdArray values, List<String> names) {
        this.values = values;
        this.names = names;
        this.width = Math.toIntExact(values.rows() == 0 ? 1 : values.size() / values.rows());
        this.scores = values.dtype().real() && width > 1;
    }

    /// The classes that an output names; empty where its values are measurements.
    static Optional<Classes> of(Output output) {
        return switch (output) {
            case Output.Scores(String name, NdArray values, List<String> classes) ->
                    Optional.of(new Classes(values, classes));
            case Output.Tensor(String name, NdArray values) ->
                    labels(values) || (columns(values) && (named(name) || shares(values)))
                            ? Optional.of(new Classes(values, List.of()))
                            : Optional.empty();
            case Output.Sequence sequence -> Optional.empty();
        };
    }

    /// The classes of an output that is known to name some, because there are labels for it.
    static Optional<Classes> known(Output output) {
        return switch (output) {
            case Output.Tensor(String name, NdArray values) when columns(values) ->
                    Optional.of(new Classes(values, List.of()));
            case Output.Tensor tensor -> of(tensor);
            case Output.Scores scores -> of(scores);
            case Output.Sequence sequence -> Optional.empty();
        };
    }

    private static boolean labels(NdArray values) {
        DType type = values.dtype();
        return (type.whole() || type == DType.STRING || type == DType.BOOL) && values.rank() > 0;
    }

    private static boolean columns(NdArray values) {
        return values.dtype().real() && values.rank() == 2 && values.shape().get(1) > 1;
    }

    private static boolean named(String output) {
        String lower = output.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(lower::contains);
    }

    /// Whether every row is a distribution: no share below 0, together 1.
    private static boolean shares(NdArray values) {
        long width = values.shape().get(1);
        for (long row = 0; row < values.rows(); row++) {
            double sum = 0;
            for (long k = 0; k < width; k++) {
                double share = values.number(row * width + k);
                if (!(share >= 0)) {
                    return false;
                }
                sum += share;
            }
            if (Math.abs(sum - 1) > 1e-3) {
                return false;
            }
        }
        return true;
    }

    int rows() {
        return Math.toIntExact(values.rows());
    }

    /// Whether the classes are only known by their place, not by name.
    boolean places() {
        return scores && names.isEmpty();
    }

    /// The name of the class, its number as text, or its place among the scores.
    String label(int row) {
        if (!scores) {
            return texts(row);
        }
        int best = best(row);
        return names.isEmpty() ? Integer.toString(best) : names.get(best);
    }

    private String texts(int row) {
        StringBuilder all = new StringBuilder(values.text((long) row * width));
        for (int k = 1; k < width; k++) {
            all.append(", ").append(values.text((long) row * width + k));
        }
        return all.toString();
    }

    private int best(int row) {
        long start = (long) row * width;
        int best = 0;
        double highest = values.number(start);
        for (int k = 1; k < width && !Double.isNaN(highest); k++) {
            double score = values.number(start + k);
            if (score > highest || Double.isNaN(score)) {
                best = k;
                highest = score;
            }
        }
        return best;
    }
}
