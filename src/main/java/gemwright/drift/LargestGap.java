package gemwright.drift;

import java.util.Set;

/// L-infinity distance: the largest difference of one category's share, max |p − q|.
record LargestGap() implements DriftTest {
    @Override
    public String method() {
        return "l_infinity";
    }

    @Override
    public Set<Kind> kinds() {
        return CATEGORICAL;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return Threshold.atLeast(0.1); // NannyML's default
    }

    @Override
    public Outcome onCategories(Categories categories, Rules rules) {
        return Outcome.distance(categories.shares().largestGap());
    }
}
