package gemwright.drift;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

import java.util.Set;

/// Rank test of Mann and Whitney: whether values of one side tend to be larger. Exact where a side
/// has at most 8 rows and nothing is tied, otherwise normal with tie and continuity correction
/// (`scipy.stats.mannwhitneyu`, "auto"). Evidently asks one-sided for "less", so it never sees
/// values fall.
record MannWhitney() implements DriftTest {
    /// Beyond this the exact distribution costs more than it tells.
    private static final long EXACT_CELLS = 100_000;

    @Override
    public String method() {
        return "mannw";
    }

    @Override
    public Set<Kind> kinds() {
        return NUMERIC;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return switch (rules) {
            case RECOMMENDED -> Threshold.below(0.01);
            case EVIDENTLY -> Threshold.below(0.05);
        };
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        if (reference.min() == current.max() && reference.max() == current.min()) {
            return Outcome.test(reference.size() * (current.size() / 2.0), 1);
        }
        AlternativeHypothesis alternative =
                switch (rules) {
                    case RECOMMENDED -> AlternativeHypothesis.TWO_SIDED;
                    case EVIDENTLY -> AlternativeHypothesis.LESS_THAN;
                };
        var result =
                MannWhitneyUTest.withDefaults()
                        .with(alternative)
                        .with(method(reference, current))
                        .test(reference.sorted(), current.sorted());
        return Outcome.test(result.getStatistic(), result.getPValue());
    }

    private static PValueMethod method(Numbers reference, Numbers current) {
        long n = reference.size();
        long m = current.size();
        boolean tied = new PooledWalk(reference, current).distinct() < n + m;
        boolean exact = Math.min(n, m) <= 8 && n * m <= EXACT_CELLS && !tied;
        return exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC;
    }
}
