package gemwright.drift;

import java.util.Set;

/// Likelihood-ratio test of homogeneity, G = 2 Σ O ln(O / E) (`scipy.stats.chi2_contingency(…,
/// lambda_="log-likelihood")`). Evidently tests the fit to the reference and refuses sides of
/// different size.
record GTest() implements DriftTest {
    @Override
    public String method() {
        return "g_test";
    }

    @Override
    public Set<Kind> kinds() {
        return CATEGORICAL;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return switch (rules) {
            case RECOMMENDED -> Threshold.below(0.01);
            case EVIDENTLY -> Threshold.below(0.1);
        };
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
        double n = categories.referenceTotal();
        double m = categories.currentTotal();
        double sum = 0;
        for (int i = 0; i < categories.size(); i++) {
            double a = categories.reference().get(i);
            double b = categories.current().get(i);
            sum += term(a, (a + b) * n / (n + m)) + term(b, (a + b) * m / (n + m));
        }
        double statistic = Math.max(0, 2 * sum);
        return Outcome.test(statistic, ChiSquare.tail(statistic, categories.size() - 1));
    }

    private static Outcome goodnessOfFit(Categories categories) {
        if (categories.referenceTotal() != categories.currentTotal()) {
            return Outcome.undefined("unequalRows", "g_test");
        }
        if (categories.size() == 1) {
            return Outcome.undefined("oneCategory");
        }
        double sum = 0;
        for (int i = 0; i < categories.size(); i++) {
            sum += term(categories.current().get(i), categories.reference().get(i));
        }
        double statistic = 2 * sum;
        return Outcome.test(statistic, ChiSquare.tail(statistic, categories.size() - 1));
    }

    private static double term(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }
}
