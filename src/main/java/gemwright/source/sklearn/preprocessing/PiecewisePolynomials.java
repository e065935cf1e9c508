package gemwright.source.sklearn.preprocessing;

import gemwright.source.sklearn.Matrix;

/// A B-spline as polynomials, one for each stretch between two knots, in the distance from the
/// stretch's start (de Boor's recursion, worked out symbolically).
final class PiecewisePolynomials {
    private final double[] knots;
    private final Matrix coefficients;
    private final int degree;

    /// @param knots `t` of `scipy.interpolate.BSpline`
    /// @param coefficients its `c`, `[bases, splines]`
    PiecewisePolynomials(double[] knots, Matrix coefficients, int degree) {
        if (knots.length < coefficients.rows() + degree + 1 || coefficients.rows() <= degree) {
            throw new IllegalArgumentException(knots.length + " knots");
        }
        this.knots = knots.clone();
        this.coefficients = coefficients;
        this.degree = degree;
    }

    /// Number of stretches.
    int stretches() {
        return coefficients.rows() - degree;
    }

    /// Highest power.
    int degree() {
        return degree;
    }

    /// Number of splines.
    int splines() {
        return coefficients.columns();
    }

    /// Where a stretch starts; the one behind the last is where the last ends.
    double start(int stretch) {
        return knots[degree + stretch];
    }

    /// The factors of one power for every stretch and spline, `[stretches, splines]`.
    Matrix factors(int power) {
        double[] factors = new double[stretches() * splines()];
        for (int stretch = 0; stretch < stretches(); stretch++) {
            double[][] bases = bases(degree + stretch);
            for (int spline = 0; spline < splines(); spline++) {
                double sum = 0;
                for (int i = 0; i <= degree; i++) {
                    sum += bases[i][power] * coefficients.at(stretch + i, spline);
                }
                factors[stretch * splines() + spline] = sum;
            }
        }
        return new Matrix(stretches(), splines(), factors);
    }

    /// The bases that are not zero behind a knot, each as a polynomial in the distance from it.
    private double[][] bases(int knot) {
        double[][] lower = new double[degree + 2][degree + 1];
        lower[degree][0] = 1; // place i stands for basis knot - degree + i
        for (int d = 1; d <= degree; d++) {
            double[][] higher = new double[degree + 2][degree + 1];
            for (int i = degree - d; i <= degree; i++) {
                int basis = knot - degree + i;
                add(higher[i], lower[i], knots[basis], knots[basis + d], knot);
                add(higher[i], lower[i + 1], knots[basis + d + 1], knots[basis + 1], knot);
            }
            lower = higher;
        }
        return lower;
    }

    /// Adds a polynomial times `(x - from) / (to - from)`.
    private void add(double[] sum, double[] basis, double from, double to, int knot) {
        double width = to - from;
        if (width == 0) {
            return;
        }
        double shift = (knots[knot] - from) / width;
        for (int power = 0; power <= degree; power++) {
            sum[power] += basis[power] * shift;
            if (power > 0) {
                sum[power] += basis[power - 1] / width;
            }
        }
    }
}
