package gemwright.drift;

import java.util.Set;

/// Population stability index, Σ (p − q) ln(p / q). Recommended: tenths of the reference with open
/// outer bins, shares at least 1e-4, as scoring practice has it, so one outlier cannot hide a
/// shift. Evidently: Sturges' bins, or the values where the reference has at most 20.
record StabilityIndex() implements DriftTest {
    @Override
    public String method() {
        return "psi";
    }

    @Override
    public Set<Kind> kinds() {
        return BOTH;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return switch (rules) {
            case RECOMMENDED -> Threshold.atLeast(0.25);
            case EVIDENTLY -> Threshold.atLeast(0.1);
        };
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        return switch (rules) {
            case RECOMMENDED ->
                    Bins.deciles(reference)
                            .map(bins -> bins.shares(reference, current).floored(1e-4))
                            .map(shares -> Outcome.distance(shares.stabilityIndex()))
                            .orElse(Outcome.undefined("constantReference"));
            case EVIDENTLY ->
                    Bins.evidently(reference, current)
                            .map(shares -> shares.filledLikeEvidently().stabilityIndex())
                            .map(Outcome::distance)
                            .orElse(Outcome.undefined("range"));
        };
    }

    @Override
    public Outcome onCategories(Categories categories, Rules rules) {
        Shares shares = categories.shares();
        Shares filled =
                switch (rules) {
                    case RECOMMENDED -> shares.withoutZeros(1e-4);
                    case EVIDENTLY -> shares.filledLikeEvidently();
                };
        return Outcome.distance(filled.stabilityIndex());
    }
}
