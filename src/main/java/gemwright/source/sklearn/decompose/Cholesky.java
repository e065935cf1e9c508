package gemwright.source.sklearn.decompose;

import gemwright.source.sklearn.Matrix;

import java.util.Optional;

/// Solves `A · X = B` for a symmetric, positive definite A.
final class Cholesky {
    private Cholesky() {}

    /// X; empty where A is not positive definite.
    static Optional<Matrix> solve(Matrix a, Matrix b) {
        int size = a.rows();
        double[] lower = new double[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = a.at(row, column);
                for (int k = 0; k < column; k++) {
                    sum -= lower[row * size + k] * lower[column * size + k];
                }
                if (row == column && !(sum > 0)) {
                    return Optional.empty();
                }
                lower[row * size + column] =
                        row == column ? Math.sqrt(sum) : sum / lower[column * size + column];
            }
        }
        double[] x = b.numbers();
        for (int column = 0; column < b.columns(); column++) {
            substitute(lower, size, x, column, b.columns());
        }
        return Optional.of(new Matrix(size, b.columns(), x));
    }

    /// Forwards through L, then backwards through its transpose.
    private static void substitute(double[] lower, int size, double[] x, int column, int width) {
        for (int row = 0; row < size; row++) {
            double sum = x[row * width + column];
            for (int k = 0; k < row; k++) {
                sum -= lower[row * size + k] * x[k * width + column];
            }
            x[row * width + column] = sum / lower[row * size + row];
        }
        for (int row = size - 1; row >= 0; row--) {
            double sum = x[row * width + column];
            for (int k = row + 1; k < size; k++) {
                sum -= lower[k * size + row] * x[k * width + column];
            }
            x[row * width + column] = sum / lower[row * size + row];
        }
    }
}
