package gemwright.drift;

import java.util.Set;

/// Cramér's V of the 2 × k table, √(χ² / n): 0 where the sides have equal shares, 1 where they have
/// no category in common.
record CramersV() implements DriftTest {
    @Override
    public String method() {
        return "cramers_v";
    }

    @Override
    public Set<Kind> kinds() {
        return CATEGORICAL;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return Threshold.atLeast(0.2);
    }

    @Override
    public Outcome onCategories(Categories categories, Rules rules) {
        if (categories.size() == 1) {
            return Outcome.undefined("oneCategory");
        }
        double n = (double) categories.referenceTotal() + categories.currentTotal();
        return Outcome.distance(Math.sqrt(ChiSquare.statistic(categories) / n));
    }
}
