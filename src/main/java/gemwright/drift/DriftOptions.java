package gemwright.drift;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// How two tables are to be compared.
///
/// @param rules whose values and verdicts
/// @param columns what the user said about columns, by name
/// @param methods the statistic that decides, by column; the empty name stands for all others
/// @param thresholds its limit, likewise
/// @param share the share of drifted columns from which the data set counts as drifted; without it
///   the rules' own condition
/// @param allMethods whether every statistic of a column's kind is computed
/// @param window how rows are cut into windows over time; empty: by count, so that the reference
///   gives about twelve
public record DriftOptions(
        Rules rules,
        Map<String, ColumnChoice> columns,
        Map<String, String> methods,
        Map<String, Double> thresholds,
        OptionalDouble share,
        boolean allMethods,
        Optional<Window> window) {
    /// A window of rows or of time.
    public sealed interface Window {
        /// That many rows.
        record Rows(int count) implements Window {}

        /// That much time.
        record Span(java.time.Duration length) implements Window {}
    }

    public DriftOptions {
        columns = Map.copyOf(columns);
        methods = Map.copyOf(methods);
        thresholds = Map.copyOf(thresholds);
    }

    /// The recommended rules, everything else told from the data.
    public static DriftOptions recommended() {
        return new DriftOptions(
                Rules.RECOMMENDED,
                Map.of(),
                Map.of(),
                Map.of(),
                OptionalDouble.empty(),
                false,
                Optional.empty());
    }

    /// What was said about that column.
    public ColumnChoice choice(String column) {
        return columns.getOrDefault(column, ColumnChoice.OPEN);
    }

    /// The statistic chosen for that column, if any.
    Optional<String> method(String column) {
        return Optional.ofNullable(methods.getOrDefault(column, methods.get("")));
    }

    /// The limit of that statistic for that column: the user's, else the rules'.
    Threshold threshold(String column, DriftTest test) {
        Threshold standard = test.threshold(rules);
        Double chosen = thresholds.getOrDefault(column, thresholds.get(""));
        return chosen == null ? standard : standard.at(chosen);
    }
}
