package gemwright.drift;

/// The modified Bessel function of the second kind, which the distribution of Cramér and von Mises
/// needs.
final class BesselK {
    /// The error of the trapezoidal rule with this step is below exp(−2π · (π/2) / step), about
    /// 1e-42: the integrand is analytic in the strip of half width π/2.
    private static final double STEP = 0.1;

    private BesselK() {}

    /// K of that order at x > 0, times exp(x): ∫ from 0 to ∞ of exp(−x (cosh t − 1)) cosh(order t)
    /// (Abramowitz and Stegun 9.6.24), by the trapezoidal rule.
    static double scaled(double order, double x) {
        double sum = 0.5;
        for (int i = 1; ; i++) {
            double t = i * STEP;
            double half = Math.sinh(t / 2);
            double exponent = -2 * x * half * half; // cosh t − 1 without cancellation
            if (exponent < -745) {
                return sum * STEP;
            }
            sum += Math.exp(exponent) * Math.cosh(order * t);
        }
    }
}
