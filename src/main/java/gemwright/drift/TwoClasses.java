package gemwright.drift;

import gemwright.data.Column;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The figures of a two-class model, estimated and realised. Calibration is learned from the
/// reference, where outcomes are known.
final class TwoClasses {
    private final String positive;
    private final Isotonic calibration;

    private TwoClasses(String positive, Isotonic calibration) {
        this.positive = positive;
        this.calibration = calibration;
    }

    /// Learns from the reference; empty where the model has not two classes with probabilities, or
    /// their outcomes are not known.
    static Optional<TwoClasses> learn(ModelAnswers reference) {
        int columns = reference.probabilities().size();
        if (!reference.known() || columns < 1 || columns > 2) {
            return Optional.empty();
        }
        Column target = reference.target().orElseThrow();
        List<String> classes = List.copyOf(new TreeSet<>(Values.counts(target).keySet()));
        if (classes.size() != 2) {
            return Optional.empty();
        }
        double[] scores = reference.scores();
        double first = mean(scores, indicator(target, classes.getFirst()));
        double second = mean(scores, indicator(target, classes.getLast()));
        String positive = first > second ? classes.getFirst() : classes.getLast();
        return fit(scores, indicator(target, positive))
                .map(fitted -> new TwoClasses(positive, fitted));
    }

    private static double mean(double[] scores, double[] where) {
        double sum = 0;
        double count = 0;
        for (int row = 0; row < scores.length; row++) {
            if (where[row] == 1 && Double.isFinite(scores[row])) {
                sum += scores[row];
                count++;
            }
        }
        return sum / count;
    }

    private static Optional<Isotonic> fit(double[] scores, double[] truths) {
        double[] x = new double[scores.length];
        double[] y = new double[scores.length];
        int rows = 0;
        for (int row = 0; row < scores.length; row++) {
            if (Double.isFinite(scores[row]) && !Double.isNaN(truths[row])) {
                x[rows] = scores[row];
                y[rows++] = truths[row];
            }
        }
        return rows == 0
                ? Optional.empty()
                : Optional.of(Isotonic.fit(Arrays.copyOf(x, rows), Arrays.copyOf(y, rows)));
    }

    private static double[] indicator(Column column, String label) {
        double[] values = new double[column.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.missing(row) ? Double.NaN : column.text(row).equals(label) ? 1 : 0;
        }
        return values;
    }

    /// With expected truths; the model must have probabilities and predictions on that side.
    ScoredRows estimated(ModelAnswers side) {
        double[] scores = side.scores();
        double[] chances =
                Arrays.stream(scores)
                        .map(s -> Double.isFinite(s) ? calibration.chance(s) : Double.NaN)
                        .toArray();
        return new ScoredRows(scores, answers(side), chances);
    }

    /// With the truths that are known; the side must have targets.
    ScoredRows realised(ModelAnswers side) {
        return new ScoredRows(
                side.scores(), answers(side), indicator(side.target().orElseThrow(), positive));
    }

    private double[] answers(ModelAnswers side) {
        return indicator(side.prediction().orElseThrow(), positive);
    }
}
