package gemwright.compare;

/// The coefficients of determination of two predictions of the same numbers, with the confidence of
/// their difference.
final class Determination {
    private final double[] target;
    private final double[] byA;
    private final double[] byB;
    private final double mean;
    private final double spread;

    Determination(double[] target, double[] byA, double[] byB) {
        this.target = target;
        this.byA = byA;
        this.byB = byB;
        this.mean = mean(target);
        Sum squares = new Sum();
        for (double value : target) {
            squares.add((value - mean) * (value - mean));
        }
        this.spread = squares.value();
    }

    static double mean(double[] values) {
        Sum sum = new Sum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value() / values.length;
    }

    double a() {
        return coefficient(byA);
    }

    double b() {
        return coefficient(byB);
    }

    /// `1 − Σ(y − ŷ)² / Σ(y − ȳ)²`; as scikit-learn, 1 or 0 where the numbers never vary.
    private double coefficient(double[] predicted) {
        double error = squaredError(predicted);
        if (spread == 0) {
            return error == 0 ? 1 : 0;
        }
        return 1 - error / spread;
    }

    private double squaredError(double[] predicted) {
        Sum error = new Sum();
        for (int i = 0; i < target.length; i++) {
            error.add((target[i] - predicted[i]) * (target[i] - predicted[i]));
        }
        return error.value();
    }

    /// R² of B less R² of A.
    Interval difference() {
        double[] gains = new double[target.length];
        for (int i = 0; i < gains.length; i++) {
            double a = target[i] - byA[i];
            double b = target[i] - byB[i];
            gains[i] = a * a - b * b;
        }
        return ratio(b() - a(), gains);
    }

    /// R² of B alone.
    Interval ofB() {
        double[] errors = new double[target.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = -(target[i] - byB[i]) * (target[i] - byB[i]);
        }
        return ratio(b(), errors);
    }

    /// Both are a ratio of means over the rows, up to a constant; its standard error by the delta
    /// method (Cochran, Sampling Techniques, 1977, eq. 6.9).
    private Interval ratio(double estimate, double[] numerators) {
        int n = target.length;
        if (spread == 0 || n < 2) {
            return new Interval(estimate, estimate);
        }
        double mean = mean(numerators);
        double ratio = mean * n / spread;
        Sum squares = new Sum();
        for (int i = 0; i < n; i++) {
            double deviation = target[i] - this.mean;
            double residual = numerators[i] - ratio * deviation * deviation;
            squares.add(residual * residual);
        }
        double error = Math.sqrt(squares.value() / (n - 1) / n) / (spread / n);
        return Interval.around(estimate, error);
    }
}
