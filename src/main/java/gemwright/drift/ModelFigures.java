package gemwright.drift;

import gemwright.data.Table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// How the model did over some rows as a whole: what [Timeline] says of each window.
public final class ModelFigures {
    private ModelFigures() {}

    /// Figures by name, those that can be given: `confidence`, `entropy`, `unsure_share`,
    /// `accuracy`, `estimated_accuracy`.
    public static Map<String, Double> of(Table reference, Table current, DriftOptions options) {
        ModelAnswers before = ModelAnswers.of(reference, options);
        ModelAnswers after = ModelAnswers.of(current, options);
        Map<String, Double> figures = new LinkedHashMap<>();
        if (!after.probabilities().isEmpty()) {
            put(figures, "confidence", current, after::confidence);
            put(figures, "entropy", current, after::entropy);
            put(figures, "unsure_share", current, after::unsure);
        }
        if (after.known()) {
            figures.put("accuracy", after.accuracy(rows(current)));
        }
        if (after.prediction().isPresent()
                && before.probabilities().size() == after.probabilities().size()) {
            TwoClasses.learn(before)
                    .ifPresent(
                            classes ->
                                    figures.put(
                                            "estimated_accuracy",
                                            classes.estimated(after).accuracy(rows(current))));
        }
        figures.values().removeIf(value -> value.isNaN());
        return figures;
    }

    private static IntStream rows(Table table) {
        return IntStream.range(0, table.rows());
    }

    private static void put(
            Map<String, Double> figures, String name, Table table, IntToDoubleFunction figure) {
        rows(table)
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .ifPresent(mean -> figures.put(name, mean));
    }
}
