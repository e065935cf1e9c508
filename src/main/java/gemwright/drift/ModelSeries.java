package gemwright.drift;

import gemwright.drift.Series.Alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/// How the model itself did, window by window: how sure it was, how well it did, and how well it
/// should be expected to do where outcomes are not known yet.
final class ModelSeries {
    private final Cut cut;
    private final ModelAnswers first;
    private final ModelAnswers second;
    private final Optional<TwoClasses> classes;

    ModelSeries(Cut cut, DriftOptions options) {
        this.cut = cut;
        this.first = ModelAnswers.of(cut.reference(), options);
        this.second = ModelAnswers.of(cut.current(), options);
        this.classes =
                first.probabilities().size() == second.probabilities().size()
                                && second.prediction().isPresent()
                        ? TwoClasses.learn(first)
                        : Optional.empty();
    }

    private boolean sure() {
        return !first.probabilities().isEmpty() && !second.probabilities().isEmpty();
    }

    Optional<Series> confidence() {
        return sure()
                ? Optional.of(
                        mean("confidence", (side, row) -> side.confidence(row), Alarm.BOTH)
                                .since(new Onsets(cut).ofLevel(sureness(first), sureness(second))))
                : Optional.empty();
    }

    private static double[] sureness(ModelAnswers side) {
        int rows = side.probabilities().getFirst().rows();
        return IntStream.range(0, rows).mapToDouble(side::confidence).toArray();
    }

    /// Accuracy, where most rows of both sides have an outcome.
    Optional<Series> performance() {
        return first.known() && second.known()
                ? Optional.of(
                        cut.series(
                                        "accuracy",
                                        cut.figures(first::accuracy, second::accuracy),
                                        Alarm.BELOW)
                                .since(new Onsets(cut).ofErrors(first::error, second::error)))
                : Optional.empty();
    }

    /// The accuracy to be expected, of a two-class model.
    Optional<Series> estimate() {
        return classes.map(
                c ->
                        series(
                                "estimated_accuracy",
                                c.estimated(first),
                                c.estimated(second),
                                (rows, at) -> rows.accuracy(at),
                                Alarm.BELOW));
    }

    /// All other figures that can be given.
    List<Series> others() {
        List<Series> series = new ArrayList<>();
        if (sure()) {
            series.add(mean("entropy", (side, row) -> side.entropy(row), Alarm.BOTH));
            series.add(mean("unsure_share", (side, row) -> side.unsure(row), Alarm.ABOVE));
        }
        classes.ifPresent(
                c -> {
                    ScoredRows before = c.estimated(first);
                    ScoredRows after = c.estimated(second);
                    series.addAll(quality("estimated_", before, after));
                    if (second.known()) {
                        ScoredRows was = c.realised(first);
                        ScoredRows is = c.realised(second);
                        series.addAll(quality("realised_", was, is));
                        series.add(
                                series(
                                        "calibration_error",
                                        was,
                                        is,
                                        (rows, at) -> rows.calibrationError(at),
                                        Alarm.ABOVE));
                    }
                });
        return series;
    }

    private List<Series> quality(String kind, ScoredRows before, ScoredRows after) {
        return List.of(
                series(kind + "roc_auc", before, after, (r, at) -> r.rocAuc(at), Alarm.BELOW),
                series(kind + "f1", before, after, (r, at) -> r.f1(at), Alarm.BELOW),
                series(kind + "precision", before, after, (r, at) -> r.precision(at), Alarm.BELOW),
                series(kind + "recall", before, after, (r, at) -> r.recall(at), Alarm.BELOW));
    }

    private Series series(
            String name,
            ScoredRows before,
            ScoredRows after,
            ToDoubleBiFunction<ScoredRows, IntStream> figure,
            Alarm alarm) {
        List<Double> values =
                cut.figures(
                        rows -> figure.applyAsDouble(before, rows),
                        rows -> figure.applyAsDouble(after, rows));
        return cut.series(name, values, alarm);
    }

    /// The mean over the rows that have the figure.
    private Series mean(String name, RowFigure figure, Alarm alarm) {
        List<Double> values =
                cut.figures(
                        rows -> mean(rows, row -> figure.of(first, row)),
                        rows -> mean(rows, row -> figure.of(second, row)));
        return cut.series(name, values, alarm);
    }

    private interface RowFigure {
        double of(ModelAnswers side, int row);
    }

    private static double mean(IntStream rows, IntToDoubleFunction figure) {
        return rows.mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
