package gemwright.drift;

import org.apache.commons.statistics.inference.FisherExactTest;

import java.util.Set;

/// Fisher's exact test of the 2 × 2 table, two-sided (`scipy.stats.fisher_exact`): for two
/// categories only. Evidently also wants both sides of the same size.
record FisherExact() implements DriftTest {
    @Override
    public String method() {
        return "fisher_exact";
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
        if (categories.size() > 2) {
            return Outcome.undefined("notTwo", Integer.toString(categories.size()));
        }
        boolean unequal = categories.referenceTotal() != categories.currentTotal();
        if (rules == Rules.EVIDENTLY && unequal) {
            return Outcome.undefined("unequalRows", method());
        }
        if (categories.size() == 1) {
            return Outcome.test(Double.NaN, 1); // the other category has no row on either side
        }
        if (categories.referenceTotal() + categories.currentTotal() > Integer.MAX_VALUE) {
            return Outcome.undefined("tooMany", method(), Integer.toString(Integer.MAX_VALUE), "…");
        }
        int[][] table = {
            {row(categories, 1, true), row(categories, 0, true)},
            {row(categories, 1, false), row(categories, 0, false)}
        };
        var result = FisherExactTest.withDefaults().test(table);
        return Outcome.test(result.getStatistic(), result.getPValue());
    }

    private static int row(Categories categories, int category, boolean current) {
        var counts = current ? categories.current() : categories.reference();
        return Math.toIntExact(counts.get(category));
    }
}
