package gemwright.drift;

import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Role;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells the kind and the role of a column where the user left them open.
final class Kinds {
    /// Evidently reads whole numbers with at most this many values as codes.
    private static final int EVIDENTLY_CODES = 10;

    /// Text with more different values than this share of its rows is free text.
    private static final double FREE_TEXT = 0.5;

    /// A column with fewer rows than this is too short to look like an identifier.
    private static final int LEAST_ROWS = 50;

    private static final Set<String> PREDICTIONS =
            Set.of("prediction", "y_pred", "predicted", "label");
    private static final Set<String> PROBABILITIES =
            Set.of("probability", "predicted_probability", "y_pred_proba", "score", "scores");
    private static final Set<String> TARGETS =
            Set.of("target", "y_true", "ground_truth", "actual", "clf_target");

    private Kinds() {}

    /// The kind of a column that has values on at least one side.
    static Kind of(Column reference, Column current, Rules rules) {
        Column telling = blank(current) ? reference : current;
        return switch (telling.kind()) {
            case BOOLEAN -> Kind.CATEGORICAL;
            case TIME -> Kind.DATETIME;
            case TEXT -> freeText(telling) ? Kind.TEXT : Kind.CATEGORICAL;
            case NUMBER, TENSOR -> Kind.NUMERIC;
            case INTEGER ->
                    rules == Rules.EVIDENTLY && distinct(telling, EVIDENTLY_CODES)
                            ? Kind.CATEGORICAL
                            : Kind.NUMERIC;
        };
    }

    /// Whether both sides can be compared at all; a side without values fits everything.
    static boolean compatible(Column reference, Column current) {
        return blank(reference)
                || blank(current)
                || family(reference.kind()) == family(current.kind());
    }

    private static int family(ColumnKind kind) {
        return switch (kind) {
            case NUMBER, INTEGER -> 0;
            case BOOLEAN, TEXT -> 1;
            case TIME -> 2;
            case TENSOR -> 3;
        };
    }

    static boolean blank(Column column) {
        return column.missingCount() == column.rows();
    }

    private static boolean freeText(Column column) {
        int values = column.rows() - column.missingCount();
        return values >= LEAST_ROWS && !distinct(column, (int) (values * FREE_TEXT));
    }

    /// Whether a column has at most that many different values.
    private static boolean distinct(Column column, int most) {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < column.rows(); row++) {
            if (!column.missing(row) && seen.add(column.text(row)) && seen.size() > most) {
                return false;
            }
        }
        return true;
    }

    /// The role of a column: what the user said, else what the source says, else what its name and
    /// values give away.
    static Role role(Column column, ColumnChoice choice) {
        if (choice.role().isPresent()) {
            return choice.role().get();
        }
        if (column.role() != Role.FEATURE || choice.kind().isPresent()) {
            return column.role();
        }
        return named(column.name().toLowerCase(Locale.ROOT))
                .or(
                        () ->
                                column.kind() == ColumnKind.TIME
                                        ? Optional.of(Role.TIME)
                                        : Optional.empty())
                .or(() -> identifies(column) ? Optional.of(Role.ID) : Optional.empty())
                .orElse(Role.FEATURE);
    }

    private static Optional<Role> named(String name) {
        if (PREDICTIONS.contains(name)) {
            return Optional.of(Role.PREDICTION);
        }
        if (PROBABILITIES.contains(name) || name.startsWith("probabilities")) {
            return Optional.of(Role.PROBABILITY);
        }
        return TARGETS.contains(name) ? Optional.of(Role.TARGET) : Optional.empty();
    }

    /// A name that says so, and no value twice.
    private static boolean identifies(Column column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        boolean named = name.equals("id") || name.equals("uuid") || name.endsWith("_id");
        if (!named || column.rows() < LEAST_ROWS || column.kind() == ColumnKind.TENSOR) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < column.rows(); row++) {
            if (!column.missing(row) && !seen.add(column.text(row))) {
                return false;
            }
        }
        return true;
    }
}
