package gemwright.drift;

import java.util.List;

/// Where the finite numbers of one side lie.
///
/// @param deviation standard deviation with divisor n − 1; NaN for a single number
/// @param quantiles at 1, 5, 25, 50, 75, 95 and 99 %, linear between neighbours
public record Spread(
        double mean, double deviation, double min, double max, List<Quantile> quantiles) {
    private static final double[] FRACTIONS = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    public Spread {
        quantiles = List.copyOf(quantiles);
    }

    static Spread of(Numbers numbers) {
        return new Spread(
                numbers.mean(),
                numbers.deviation(1),
                numbers.min(),
                numbers.max(),
                java.util.Arrays.stream(FRACTIONS)
                        .mapToObj(f -> new Quantile(f, numbers.quantile(f)))
                        .toList());
    }

    /// The quantile of one of the listed fractions.
    public double quantile(double fraction) {
        return quantiles.stream()
                .filter(q -> q.fraction() == fraction)
                .findFirst()
                .orElseThrow()
                .value();
    }

    /// The middle.
    public double median() {
        return quantile(0.5);
    }
}
