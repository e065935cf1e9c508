package gemwright.drift;

import java.util.Set;

/// Kullback-Leibler divergence Σ p ln(p / q) of the current data from the reference
/// (`scipy.stats.entropy`), bins and zero filling as Evidently's; not symmetric and without upper
/// limit, so it is offered for comparison only.
record KullbackLeibler() implements DriftTest {
    @Override
    public String method() {
        return "kl_div";
    }

    @Override
    public Set<Kind> kinds() {
        return BOTH;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return Threshold.atLeast(0.1);
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        return Bins.evidently(reference, current)
                .map(shares -> Outcome.distance(shares.filledLikeEvidently().divergence()))
                .orElse(Outcome.undefined("range"));
    }

    @Override
    public Outcome onCategories(Categories categories, Rules rules) {
        return Outcome.distance(categories.shares().filledLikeEvidently().divergence());
    }
}
