package gemwright.drift;

import gemwright.data.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How well rows fit into the main directions of the reference: the length of what is lost when a
/// row is projected on the principal components that hold 65 % of the reference's variance and
/// back. It rises when columns stop moving together, which no column shows alone. The figure of
/// NannyML 0.13.1's `DataReconstructionDriftCalculator`.
final class Reconstruction {
    private static final double VARIANCE = 0.65;

    /// With more columns the eigenvectors would take too long.
    private static final int MOST_COLUMNS = 200;

    private final List<EncodedColumn> columns;
    private final double[][] directions;

    private Reconstruction(List<EncodedColumn> columns, double[][] directions) {
        this.columns = columns;
        this.directions = directions;
    }

    /// Learns from the judged features of the reference; empty where there are fewer than two, or
    /// too many.
    static Optional<Reconstruction> learn(Table reference, List<ColumnReport> reports) {
        List<EncodedColumn> columns = new ArrayList<>();
        for (ColumnReport report : reports) {
            if (report.feature() && report.verdict() != Verdict.NOT_JUDGED) {
                columns.add(
                        EncodedColumn.learn(
                                reference.find(report.name()).orElseThrow(), report.kind()));
            }
        }
        if (columns.size() < 2 || columns.size() > MOST_COLUMNS) {
            return Optional.empty();
        }
        double[][] values = encoded(columns, reference);
        return Optional.of(
                new Reconstruction(columns, covariance(values).mainDirections(VARIANCE)));
    }

    private static double[][] encoded(List<EncodedColumn> columns, Table table) {
        return columns.stream()
                .map(column -> column.values(table.find(column.name()).orElseThrow()))
                .toArray(double[][]::new);
    }

    /// The columns have mean 0. A common factor changes no direction.
    private static SymmetricMatrix covariance(double[][] columns) {
        double[][] lower = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int row = 0; row < columns[i].length; row++) {
                    sum += columns[i][row] * columns[j][row];
                }
                lower[i][j] = sum;
            }
        }
        return SymmetricMatrix.ofLowerHalf(lower);
    }

    /// What is lost of each row, in deviations of the reference.
    double[] errors(Table table) {
        double[][] values = encoded(columns, table);
        double[] errors = new double[table.rows()];
        double[] rest = new double[columns.size()];
        for (int row = 0; row < errors.length; row++) {
            for (int i = 0; i < rest.length; i++) {
                rest[i] = values[i][row];
            }
            errors[row] = lost(rest);
        }
        return errors;
    }

    /// Directions stand at right angles, so taking them off one after the other is the projection.
    private double lost(double[] rest) {
        for (double[] direction : directions) {
            double along = 0;
            for (int i = 0; i < rest.length; i++) {
                along += rest[i] * direction[i];
            }
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= along * direction[i];
            }
        }
        double squares = 0;
        for (double value : rest) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
