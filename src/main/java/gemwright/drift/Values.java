package gemwright.drift;

import gemwright.data.Column;

import java.util.HashMap;
import java.util.Map;

/// Reads one side of a column for the statistics.
final class Values {
    private Values() {}

    /// As numbers; text that is not a number counts as missing.
    static Numbers numbers(Column column) {
        return Numbers.of(inRowOrder(column));
    }

    /// As [#numbers], but every row in its place, NaN where it has no number.
    static double[] inRowOrder(Column column) {
        return switch (column.kind()) {
            case TEXT -> parsed(column);
            case NUMBER, INTEGER, BOOLEAN, TIME, TENSOR -> column.numbers();
        };
    }

    private static double[] parsed(Column column) {
        double[] values = new double[column.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.missing(row) ? Double.NaN : parse(column.text(row));
        }
        return values;
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /// Rows of each value.
    static Map<String, Long> counts(Column column) {
        Map<String, Long> counts = new HashMap<>();
        for (int row = 0; row < column.rows(); row++) {
            if (!column.missing(row)) {
                counts.merge(column.text(row), 1L, Long::sum);
            }
        }
        return counts;
    }
}
