package gemwright.drift;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.Set;

/// Two-proportion z-test on the share of the first category, two-sided. Made for two categories;
/// with more it compares the first with the rest. Evidently's p-value is 2 (1 − Φ|z|), which
/// bottoms out at 1e-16; ours is the tail itself.
record ShareZ() implements DriftTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Override
    public String method() {
        return "z";
    }

    @Override
    public Set<Kind> kinds() {
        return CATEGORICAL;
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
        return onCategories(Categories.of(reference, current), rules);
    }

    @Override
    public Outcome onCategories(Categories categories, Rules rules) {
        if (categories.size() == 1) {
            return Outcome.test(0, 1);
        }
        double n = categories.referenceTotal();
        double m = categories.currentTotal();
        double first = (n - categories.reference().getFirst()) / n;
        double second = (m - categories.current().getFirst()) / m;
        double pooled = (first * n + second * m) / (n + m);
        double z = (first - second) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
        double tail =
                switch (rules) {
                    case RECOMMENDED -> NORMAL.survivalProbability(Math.abs(z));
                    case EVIDENTLY -> 1 - NORMAL.cumulativeProbability(Math.abs(z));
                };
        return Outcome.test(z, 2 * tail);
    }
}
