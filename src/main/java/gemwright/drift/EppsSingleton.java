package gemwright.drift;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import java.util.Set;

/// Test of Epps and Singleton 1986: compares the empirical characteristic functions at two points,
/// 0.4 and 0.8 semi-interquartile ranges of both sides together (SciPy's `epps_singleton_2samp`).
/// Not defined where that range is zero.
record EppsSingleton() implements DriftTest {
    private static final double[] POINTS = {0.4, 0.8};
    private static final int LEAST_ROWS = 5;
    private static final int SMALL = 25;

    @Override
    public String method() {
        return "es";
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
        int n = reference.size();
        int m = current.size();
        if (Math.min(n, m) < LEAST_ROWS) {
            return Outcome.undefined("tooFew", method(), "5", Integer.toString(Math.min(n, m)));
        }
        double range = pooledRange(reference, current) / 2;
        if (!(range > 0) || !Double.isFinite(POINTS[0] / range)) {
            return Outcome.undefined("noSpread");
        }
        Moments first = Moments.of(reference, range);
        Moments second = Moments.of(current, range);
        double all = (double) n + m;
        SymmetricMatrix covariance =
                first.covariance().times(all / n).plus(second.covariance().times(all / m));
        SymmetricMatrix inverse = covariance.pseudoInverse();
        double[] gap = new double[4];
        for (int i = 0; i < 4; i++) {
            gap[i] = first.mean(i) - second.mean(i);
        }
        double statistic = all * inverse.quadraticForm(gap);
        if (Math.max(n, m) < SMALL) {
            statistic /= 1 + Math.pow(all, -0.45) + 10.1 * (Math.pow(n, -1.7) + Math.pow(m, -1.7));
        }
        int rank = inverse.rank();
        return rank == 0
                ? Outcome.undefined("noSpread")
                : Outcome.test(
                        statistic, ChiSquaredDistribution.of(rank).survivalProbability(statistic));
    }

    private static double pooledRange(Numbers reference, Numbers current) {
        Numbers both = Numbers.together(reference, current);
        return weighted(both, 0.75) - weighted(both, 0.25);
    }

    /// The quantile as a weighted mean, which does not overflow where the difference would.
    private static double weighted(Numbers numbers, double fraction) {
        double place = (numbers.size() - 1) * fraction;
        int below = (int) Math.floor(place);
        double part = place - below;
        double above = numbers.at(Math.min(below + 1, numbers.size() - 1));
        return (1 - part) * numbers.at(below) + part * above;
    }

    /// Mean and covariance (divisor n) of cos and sin at the two points.
    private record Moments(java.util.List<Double> means, SymmetricMatrix covariance) {
        static Moments of(Numbers numbers, double range) {
            double[] mean = new double[4];
            for (double value : numbers.sorted()) {
                double[] g = waves(value, range);
                for (int i = 0; i < 4; i++) {
                    mean[i] += g[i] / numbers.size();
                }
            }
            double[][] products = new double[4][4];
            for (double value : numbers.sorted()) {
                double[] g = waves(value, range);
                for (int i = 0; i < 4; i++) {
                    for (int j = 0; j <= i; j++) {
                        products[i][j] += (g[i] - mean[i]) * (g[j] - mean[j]);
                    }
                }
            }
            return new Moments(
                    java.util.Arrays.stream(mean).boxed().toList(),
                    SymmetricMatrix.ofLowerHalf(products).times(1.0 / numbers.size()));
        }

        private static double[] waves(double value, double range) {
            double near = POINTS[0] / range * value;
            double far = POINTS[1] / range * value;
            return new double[] {Math.cos(near), Math.cos(far), Math.sin(near), Math.sin(far)};
        }

        double mean(int index) {
            return means.get(index);
        }
    }
}
