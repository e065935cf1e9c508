package gemwright.drift;

import java.util.Optional;
import java.util.Set;

/// Jensen-Shannon distance (`scipy.spatial.distance.jensenshannon`). Recommended: base 2, 0 to 1;
/// numbers over Sturges' bins of both sides together. Evidently: natural logarithm, 0 to 0.83;
/// values themselves where the reference has at most 20 of them.
record JensenShannon() implements DriftTest {
    private static final double ROOT_OF_LN2 = Math.sqrt(Math.log(2));

    @Override
    public String method() {
        return "jensenshannon";
    }

    @Override
    public Set<Kind> kinds() {
        return BOTH;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return switch (rules) {
            case RECOMMENDED -> Threshold.atLeast(0.20);
            case EVIDENTLY -> Threshold.atLeast(0.1);
        };
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        Optional<Shares> shares =
                switch (rules) {
                    case RECOMMENDED ->
                            Bins.sturges(reference, current)
                                    .map(bins -> bins.shares(reference, current));
                    case EVIDENTLY -> Bins.evidently(reference, current);
                };
        return shares.map(both -> distance(both, rules)).orElse(Outcome.undefined("range"));
    }

    @Override
    public Outcome onCategories(Categories categories, Rules rules) {
        return distance(categories.shares(), rules);
    }

    private static Outcome distance(Shares shares, Rules rules) {
        double natural = shares.jensenShannon();
        return Outcome.distance(
                switch (rules) {
                    case RECOMMENDED -> natural / ROOT_OF_LN2;
                    case EVIDENTLY -> natural;
                });
    }
}
