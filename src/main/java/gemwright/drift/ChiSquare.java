package gemwright.drift;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import java.util.Set;

/// Pearson's chi-square. Recommended: homogeneity of the 2 × k table without Yates' correction
/// (`scipy.stats.chi2_contingency`); both sides are samples. Evidently: goodness of fit to the
/// reference as if that were the exact truth (`scipy.stats.chisquare`), so one unseen category
/// gives p = 0.
record ChiSquare() implements DriftTest {
    @Override
    public String method() {
        return "chisquare";
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
        return switch (rules) {
            case RECOMMENDED -> homogeneity(categories);
            case EVIDENTLY -> goodnessOfFit(categories);
        };
    }

    private static Outcome homogeneity(Categories categories) {
        if (categories.size() == 1) {
            return Outcome.test(0, 1);
        }
        double statistic = statistic(categories);
        return Outcome.test(statistic, tail(statistic, categories.size() - 1));
    }

    /// χ² of the 2 × k table; every category occurs on one side at least, so nothing expected is
    /// zero.
    static double statistic(Categories categories) {
        double n = categories.referenceTotal();
        double m = categories.currentTotal();
        double sum = 0;
        for (int i = 0; i < categories.size(); i++) {
            double a = categories.reference().get(i);
            double b = categories.current().get(i);
            double expected = (a + b) * n / (n + m);
            double other = (a + b) * m / (n + m);
            sum += (a - expected) * (a - expected) / expected;
            sum += (b - other) * (b - other) / other;
        }
        return sum;
    }

    private static Outcome goodnessOfFit(Categories categories) {
        if (categories.size() == 1) {
            return Outcome.undefined("oneCategory");
        }
        double scale = (double) categories.currentTotal() / categories.referenceTotal();
        double sum = 0;
        for (int i = 0; i < categories.size(); i++) {
            double expected = categories.reference().get(i) * scale;
            double gap = categories.current().get(i) - expected;
            sum += gap * gap / expected;
        }
        return Outcome.test(sum, tail(sum, categories.size() - 1));
    }

    /// The probability of a larger χ².
    static double tail(double statistic, int degrees) {
        return Double.isInfinite(statistic)
                ? 0
                : ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
    }
}
