package gemwright.workbench.alert;

import gemwright.drift.ColumnReport;
import gemwright.drift.DriftReport;
import gemwright.drift.DriftTests;
import gemwright.drift.Spread;
import gemwright.drift.Summary;
import gemwright.drift.TestResult;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The figures of one window that rules may speak of.
///
/// @param model figures of the model as a whole, by name
public record Measured(DriftReport report, Map<String, Double> model) {
    /// Figures of one column, beside the statistics by their names.
    private static final List<String> OF_COLUMNS =
            List.of("score", "drifted", "missing", "mean", "std", "median");

    /// Figures of the whole.
    private static final List<String> OF_ALL =
            List.of(
                    "rows",
                    "drifted",
                    "share",
                    "confidence",
                    "entropy",
                    "unsure_share",
                    "accuracy",
                    "estimated_accuracy");

    public Measured {
        model = Map.copyOf(model);
    }

    /// The names of all figures.
    static Set<String> names(boolean ofColumn) {
        Set<String> names = new LinkedHashSet<>(ofColumn ? OF_COLUMNS : OF_ALL);
        if (ofColumn) {
            DriftTests.ALL.forEach(test -> names.add(test.method()));
        }
        return names;
    }

    /// The figure a condition speaks of; empty where the window has none.
    OptionalDouble value(Condition condition) {
        if (condition.feature().isEmpty()) {
            return whole(condition.measure());
        }
        return report.columns().stream()
                .filter(column -> column.name().equals(condition.feature().get()))
                .mapToDouble(column -> column(column, condition.measure()))
                .filter(value -> !Double.isNaN(value))
                .findFirst();
    }

    private OptionalDouble whole(String measure) {
        return switch (measure) {
            case "rows" -> OptionalDouble.of((double) report.currentRows());
            case "share" -> OptionalDouble.of(report.share());
            case "drifted" -> OptionalDouble.of(driftedFeatures());
            default -> {
                Double value = model.get(measure);
                yield value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
            }
        };
    }

    private double driftedFeatures() {
        return report.columns().stream().mapToInt(c -> c.feature() && c.drifted() ? 1 : 0).sum();
    }

    private static double column(ColumnReport column, String measure) {
        Summary now = column.current();
        Optional<Spread> spread = now.spread();
        return switch (measure) {
            case "drifted" -> column.error().isPresent() ? Double.NaN : column.drifted() ? 1 : 0;
            case "missing" -> now.rows() == 0 ? Double.NaN : (double) now.missing() / now.rows();
            case "mean" -> spread.map(Spread::mean).orElse(Double.NaN);
            case "std" -> spread.map(Spread::deviation).orElse(Double.NaN);
            case "median" -> spread.map(Spread::median).orElse(Double.NaN);
            case "score" -> column.decisive().map(t -> t.outcome().score()).orElse(Double.NaN);
            default ->
                    column.tests().stream()
                            .filter(test -> test.method().equals(measure))
                            .map(TestResult::outcome)
                            .mapToDouble(outcome -> outcome.score())
                            .findFirst()
                            .orElse(Double.NaN);
        };
    }
}
