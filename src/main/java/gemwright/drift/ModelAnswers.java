package gemwright.drift;

import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Role;
import gemwright.data.Table;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a model said of one side's rows, and what came true where that is known.
///
/// @param prediction the class it gave, where there is exactly one such column
/// @param target what came true, as classes
/// @param probabilities one a class, or that of the positive class alone
record ModelAnswers(
        Optional<Column> prediction, Optional<Column> target, List<Column> probabilities) {
    /// Rows that must have an outcome before performance is called realised, as a share.
    private static final double COVERAGE = 0.8;

    /// Answers given with less than this probability count as unsure.
    private static final double UNSURE = 0.6;

    static ModelAnswers of(Table table, DriftOptions options) {
        List<Column> predictions = withRole(table, options, Role.PREDICTION);
        List<Column> targets = withRole(table, options, Role.TARGET);
        return new ModelAnswers(
                predictions.size() == 1 ? Optional.of(predictions.getFirst()) : Optional.empty(),
                targets.size() == 1
                        ? Optional.of(targets.getFirst()).filter(ModelAnswers::classes)
                        : Optional.empty(),
                withRole(table, options, Role.PROBABILITY).stream()
                        .filter(c -> c.kind() == ColumnKind.NUMBER)
                        .toList());
    }

    private static List<Column> withRole(Table table, DriftOptions options, Role role) {
        return table.columns().stream()
                .filter(c -> c.kind() != ColumnKind.TENSOR)
                .filter(c -> Kinds.role(c, options.choice(c.name())) == role)
                .toList();
    }

    private static boolean classes(Column target) {
        return target.kind() != ColumnKind.NUMBER && target.kind() != ColumnKind.TENSOR;
    }

    /// Whether enough outcomes are known to say how well the model does.
    boolean known() {
        return prediction.isPresent()
                && target.isPresent()
                && target.get().rows() - target.get().missingCount()
                        >= COVERAGE * target.get().rows();
    }

    double accuracy(IntStream rows) {
        return 1
                - rows.mapToDouble(this::error)
                        .filter(error -> !Double.isNaN(error))
                        .average()
                        .orElse(Double.NaN);
    }

    /// 1 where the model was wrong, 0 where it was right, NaN where that is not known.
    double error(int row) {
        Column came = target.orElseThrow();
        if (came.missing(row)) {
            return Double.NaN;
        }
        return prediction.orElseThrow().text(row).equals(came.text(row)) ? 0 : 1;
    }

    /// The probability of the class given: of the likeliest one.
    double confidence(int row) {
        double top = Double.NaN;
        for (Column column : probabilities) {
            double value = column.number(row);
            top = top >= value ? top : value;
        }
        return probabilities.size() == 1 ? Math.max(top, 1 - top) : top;
    }

    /// 1 where the answer was given with less than [#UNSURE], else 0; NaN where that is not known.
    double unsure(int row) {
        double confidence = confidence(row);
        return Double.isNaN(confidence) ? Double.NaN : confidence < UNSURE ? 1 : 0;
    }

    /// Shannon's entropy of the probabilities, in bits.
    double entropy(int row) {
        double entropy = 0;
        for (Column column : probabilities) {
            entropy += bits(column.number(row));
        }
        return probabilities.size() == 1
                ? entropy + bits(1 - probabilities.getFirst().number(row))
                : entropy;
    }

    private static double bits(double share) {
        return share == 0 ? 0 : -share * Math.log(share) / Math.log(2);
    }

    /// The probability of the second of two classes; NaN where there are more.
    double[] scores() {
        return probabilities.getLast().numbers();
    }
}
