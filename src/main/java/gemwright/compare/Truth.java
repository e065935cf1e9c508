package gemwright.compare;

import gemwright.data.Column;
import gemwright.data.ColumnKind;

import java.util.Optional;

/// The labels of the rows, in their order.
final class Truth {
    private final Column labels;

    Truth(Column labels) {
        this.labels = labels;
    }

    long rows() {
        return labels.rows();
    }

    /// Whether they are numbers with a fraction, which no classes are.
    boolean fractions() {
        if (labels.kind() != ColumnKind.NUMBER && labels.kind() != ColumnKind.TENSOR) {
            return false;
        }
        for (int row = 0; row < labels.rows(); row++) {
            double label = labels.number(row);
            if (Double.isFinite(label) && label != Math.rint(label)) {
                return true;
            }
        }
        return false;
    }

    /// Whether they are 0 and 1 only, or truth values.
    boolean binary() {
        if (labels.kind() == ColumnKind.TEXT) {
            return false;
        }
        for (int row = 0; row < labels.rows(); row++) {
            if (has(row) && labels.number(row) != 0 && labels.number(row) != 1) {
                return false;
            }
        }
        return true;
    }

    boolean text() {
        return labels.kind() == ColumnKind.TEXT;
    }

    boolean has(long row) {
        int at = Math.toIntExact(row);
        return !labels.missing(at) && (text() || !Double.isNaN(labels.number(at)));
    }

    double number(long row) {
        return labels.number(Math.toIntExact(row));
    }

    /// Whether a model's label names this row's class: equal as text, or as numbers (a truth value
    /// is 0 or 1).
    boolean names(long row, String predicted) {
        int at = Math.toIntExact(row);
        if (labels.text(at).equalsIgnoreCase(predicted) && !text()) {
            return true;
        }
        if (text()) {
            return labels.text(at).equals(predicted);
        }
        return number(predicted).filter(value -> value == labels.number(at)).isPresent();
    }

    String label(long row) {
        return labels.text(Math.toIntExact(row));
    }

    private static Optional<Double> number(String predicted) {
        if (predicted.equalsIgnoreCase("true") || predicted.equalsIgnoreCase("false")) {
            return Optional.of(predicted.equalsIgnoreCase("true") ? 1.0 : 0.0);
        }
        try {
            return Optional.of(Double.parseDouble(predicted));
        } catch (NumberFormatException text) {
            return Optional.empty();
        }
    }
}
