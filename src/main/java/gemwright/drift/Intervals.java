package gemwright.drift;

import gemwright.drift.BusinessMetric.Band;

import java.util.Arrays;

/// 95 % intervals of a mean.
final class Intervals {
    /// The 97.5 % point of the normal distribution.
    private static final double Z = 1.959963984540054;

    private Intervals() {}

    /// Of a share where all values are 0 or 1: Wilson's score interval (E. B. Wilson, Probable
    /// Inference, JASA 22, 1927), which stays within 0 and 1; else mean ± 1.96 standard errors.
    static Band of(double[] values) {
        boolean share = Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
        double n = values.length;
        double mean = Arrays.stream(values).sum() / n;
        return share ? wilson(mean, n) : normal(values, mean);
    }

    private static Band wilson(double share, double n) {
        double weight = Z * Z / n;
        double centre = (share + weight / 2) / (1 + weight);
        double half = Z / (1 + weight) * Math.sqrt(share * (1 - share) / n + weight / (4 * n));
        return new Band(centre - half, centre + half);
    }

    private static Band normal(double[] values, double mean) {
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        return new Band(mean - Z * error, mean + Z * error);
    }
}
