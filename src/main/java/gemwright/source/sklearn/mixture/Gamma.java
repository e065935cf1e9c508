package gemwright.source.sklearn.mixture;

/// The derivative of the logarithm of the gamma function.
final class Gamma {
    private static final double LARGE = 12;

    private Gamma() {}

    /// By recurrence up to where the asymptotic series holds (Abramowitz and Stegun 6.3.5, 6.3.18).
    static double digamma(double x) {
        double sum = 0;
        double at = x;
        while (at < LARGE) {
            sum -= 1 / at;
            at++;
        }
        double inverse = 1 / (at * at);
        double series =
                inverse
                        * (1.0 / 12
                                - inverse
                                        * (1.0 / 120
                                                - inverse
                                                        * (1.0 / 252
                                                                - inverse
                                                                        * (1.0 / 240
                                                                                - inverse
                                                                                        * (1.0
                                                                                                / 132)))));
        return sum + Math.log(at) - 0.5 / at - series;
    }
}
