package gemwright.drift;

import java.util.Set;

/// Energy distance, √(2 ∫ (F − G)²) (`scipy.stats.energy_distance`). Not normalised: it carries the
/// square root of the column's unit, so its limit means something else in grams than in tonnes.
record EnergyDistance() implements DriftTest {
    @Override
    public String method() {
        return "ed";
    }

    @Override
    public Set<Kind> kinds() {
        return NUMERIC;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return Threshold.above(0.1);
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        return Outcome.distance(Math.sqrt(2 * new PooledWalk(reference, current).curveDistance(2)));
    }
}
