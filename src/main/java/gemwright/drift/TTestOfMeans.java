package gemwright.drift;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Set;

/// Student's test of equal means, two-sided (`scipy.stats.ttest_ind`). Recommended: Welch's, which
/// lets the variances differ. Evidently: pooled variance.
record TTestOfMeans() implements DriftTest {
    @Override
    public String method() {
        return "t_test";
    }

    @Override
    public Set<Kind> kinds() {
        return NUMERIC;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return switch (rules) {
            case RECOMMENDED -> Threshold.below(0.01);
            case EVIDENTLY -> Threshold.below(0.05);
        };
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        double n = reference.size();
        double m = current.size();
        double first = reference.variance(1);
        double second = current.variance(1);
        double degrees =
                switch (rules) {
                    case RECOMMENDED -> welchDegrees(first / n, n, second / m, m);
                    case EVIDENTLY -> n + m - 2;
                };
        double error =
                switch (rules) {
                    case RECOMMENDED -> Math.sqrt(first / n + second / m);
                    case EVIDENTLY -> pooledError(first, n, second, m);
                };
        double t = (reference.mean() - current.mean()) / error;
        return Double.isNaN(t) ? undefined(n, m) : Outcome.test(t, tail(t, degrees));
    }

    private static double pooledError(double first, double n, double second, double m) {
        // a single row has no variance of its own
        double squares = (n > 1 ? first * (n - 1) : 0) + (m > 1 ? second * (m - 1) : 0);
        return Math.sqrt(squares / (n + m - 2) * (1 / n + 1 / m));
    }

    private Outcome undefined(double n, double m) {
        return Math.min(n, m) < 2
                ? Outcome.undefined("tooFew", method(), "2", Long.toString((long) Math.min(n, m)))
                : Outcome.undefined("oneValue");
    }

    /// Welch and Satterthwaite's degrees of freedom; 1 where both variances vanish or overflow and
    /// the number no longer matters.
    private static double welchDegrees(double a, double n, double b, double m) {
        double degrees = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1));
        return Double.isNaN(degrees) ? 1 : degrees;
    }

    private static double tail(double t, double degrees) {
        return Double.isInfinite(t)
                ? 0
                : 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t));
    }
}
