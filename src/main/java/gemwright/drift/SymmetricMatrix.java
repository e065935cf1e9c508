package gemwright.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A small symmetric matrix of numbers, with the eigenvalues that its inverse and its rank need.
final class SymmetricMatrix {
    private static final int SWEEPS = 64;

    private final double[][] cells;

    private SymmetricMatrix(double[][] cells) {
        this.cells = cells;
    }

    /// From the cells on and below the diagonal.
    static SymmetricMatrix ofLowerHalf(double[][] lower) {
        int n = lower.length;
        double[][] cells = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                cells[i][j] = lower[i][j];
                cells[j][i] = lower[i][j];
            }
        }
        return new SymmetricMatrix(cells);
    }

    SymmetricMatrix times(double factor) {
        int n = cells.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = cells[i][j] * factor;
            }
        }
        return new SymmetricMatrix(result);
    }

    SymmetricMatrix plus(SymmetricMatrix other) {
        int n = cells.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = cells[i][j] + other.cells[i][j];
            }
        }
        return new SymmetricMatrix(result);
    }

    /// xᵀ A x.
    double quadraticForm(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += x[i] * cells[i][j] * x[j];
            }
        }
        return sum;
    }

    /// The Moore-Penrose inverse; eigenvalues below n ε of the largest count as zero, as numpy's
    /// `linalg.pinv` does.
    SymmetricMatrix pseudoInverse() {
        int n = cells.length;
        Eigen eigen = eigen();
        double cut = eigen.largest() * n * Math.ulp(1.0);
        double[][] inverse = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = eigen.values[k];
            if (Math.abs(value) > cut) {
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        inverse[i][j] += eigen.vectors[i][k] * eigen.vectors[j][k] / value;
                    }
                }
            }
        }
        return new SymmetricMatrix(inverse);
    }

    /// Eigenvalues above n ε of the largest (`numpy.linalg.matrix_rank`).
    int rank() {
        Eigen eigen = eigen();
        double cut = eigen.largest() * cells.length * Math.ulp(1.0);
        int rank = 0;
        for (double value : eigen.values) {
            if (Math.abs(value) > cut) {
                rank++;
            }
        }
        return rank;
    }

    /// The eigenvectors of the largest eigenvalues, as few as together hold more than that share of
    /// their sum; the matrix has no negative ones. As scikit-learn's `PCA(n_components=share)`.
    double[][] mainDirections(double share) {
        Eigen eigen = eigen();
        int[] order =
                IntStream.range(0, cells.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(k -> -eigen.values[k]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double all = DoubleStream.of(eigen.values).sum();
        List<double[]> directions = new ArrayList<>();
        double held = 0;
        for (int i = 0; i < order.length && held <= share * all; i++) {
            int k = order[i];
            held += eigen.values[k];
            directions.add(Arrays.stream(eigen.vectors).mapToDouble(row -> row[k]).toArray());
        }
        return directions.toArray(double[][]::new);
    }

    /// Cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5).
    private Eigen eigen() {
        int n = cells.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = cells[i].clone();
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (a[p][q] != 0) {
                        rotate(a, v, p, q);
                    }
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new Eigen(values, v);
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double left = a[k][p];
            double right = a[k][q];
            a[k][p] = c * left - s * right;
            a[k][q] = s * left + c * right;
        }
        for (int k = 0; k < a.length; k++) {
            double above = a[p][k];
            double below = a[q][k];
            a[p][k] = c * above - s * below;
            a[q][k] = s * above + c * below;
            double first = v[k][p];
            double second = v[k][q];
            v[k][p] = c * first - s * second;
            v[k][q] = s * first + c * second;
        }
        a[p][q] = 0;
        a[q][p] = 0;
    }

    private static final class Eigen {
        private final double[] values;
        private final double[][] vectors;

        Eigen(double[] values, double[][] vectors) {
            this.values = values;
            this.vectors = vectors;
        }

        double largest() {
            double largest = 0;
            for (double value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
            return largest;
        }
    }
}
