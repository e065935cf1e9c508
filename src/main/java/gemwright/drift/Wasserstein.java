package gemwright.drift;

import java.util.Set;

/// Mean distance a value must travel to turn one distribution into the other
/// (`scipy.stats.wasserstein_distance`), divided by the population standard deviation of the
/// reference, at least 0.001 (Evidently's norm). The floor makes it blind for values far below
/// 0.001.
record Wasserstein() implements DriftTest {
    @Override
    public String method() {
        return "wasserstein";
    }

    @Override
    public Set<Kind> kinds() {
        return NUMERIC;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return Threshold.atLeast(0.1);
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        double distance = new PooledWalk(reference, current).curveDistance(1);
        double deviation = Math.sqrt(reference.variance(0));
        return Outcome.distance(distance / Math.max(deviation, 0.001));
    }
}
