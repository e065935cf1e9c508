package gemwright.drift;

import java.util.Optional;
import java.util.Set;

/// Hellinger distance √(1 − Σ √(p q)), 0 to 1. Recommended: numbers over Sturges' bins of both
/// sides. Evidently: Sturges' bins of the different values, in density form.
record Hellinger() implements DriftTest {
    @Override
    public String method() {
        return "hellinger";
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
        Optional<Outcome> distance =
                switch (rules) {
                    case RECOMMENDED ->
                            Bins.sturges(reference, current)
                                    .map(bins -> bins.shares(reference, current).hellinger())
                                    .map(Outcome::distance);
                    case EVIDENTLY ->
                            Bins.sturgesOfDistinct(reference, current)
                                    .map(bins -> densities(bins, reference, current))
                                    .map(Outcome::distance);
                };
        return distance.orElse(Outcome.undefined("range"));
    }

    /// Products of two densities vanish where the range is huge: kept, for Evidently's values.
    private static double densities(Bins bins, Numbers reference, Numbers current) {
        long[] first = bins.counts(reference);
        long[] second = bins.counts(current);
        double width = (bins.edge(bins.size()) - bins.edge(0)) / bins.size();
        double overlap = 0;
        for (int i = 0; i < bins.size(); i++) {
            double own = bins.edge(i + 1) - bins.edge(i);
            double p = first[i] / own / reference.size();
            double q = second[i] / own / current.size();
            overlap += Math.sqrt(p * q) * width;
        }
        return Math.sqrt(1 - Math.clamp(overlap, 0, 1));
    }

    @Override
    public Outcome onCategories(Categories categories, Rules rules) {
        return Outcome.distance(categories.shares().hellinger());
    }
}
