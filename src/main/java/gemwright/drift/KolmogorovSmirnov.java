package gemwright.drift;

import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;

import java.util.Set;

/// Two-sample test of Kolmogorov and Smirnov, two-sided: the largest gap of the two cumulative
/// curves. Exact up to 10,000 rows a side, asymptotic above (`scipy.stats.ks_2samp`, "auto").
record KolmogorovSmirnov() implements DriftTest {
    private static final int EXACT_ROWS = 10_000;

    @Override
    public String method() {
        return "ks";
    }

    @Override
    public Set<Kind> kinds() {
        return NUMERIC;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return switch (rules) {
            case RECOMMENDED -> Threshold.below(0.01);
            case EVIDENTLY -> Threshold.atMost(0.05);
        };
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        int n = reference.size();
        int m = current.size();
        if (Math.min(n, m) == 1) {
            return single(reference, current);
        }
        if (Math.max(n, m) <= EXACT_ROWS) {
            var result =
                    KolmogorovSmirnovTest.withDefaults()
                            .with(PValueMethod.EXACT)
                            .test(reference.sorted(), current.sorted());
            return Outcome.test(result.getStatistic(), result.getPValue());
        }
        double gap = largestGap(reference, current);
        double product = (double) n * m;
        int rows = (int) Math.rint(product / ((double) n + m));
        return Outcome.test(gap, oneSampleTail(gap, Math.max(1, rows)));
    }

    /// With one row on a side its rank decides, and all ranks are equally likely.
    private static Outcome single(Numbers reference, Numbers current) {
        double gap = largestGap(reference, current);
        int rows = Math.max(reference.size(), current.size());
        int asLarge = 0;
        for (int rank = 0; rank <= rows; rank++) {
            if (Math.max(rank, rows - rank) >= gap * rows - 0.5) {
                asLarge++;
            }
        }
        return Outcome.test(gap, asLarge / (rows + 1.0));
    }

    private static double largestGap(Numbers reference, Numbers current) {
        double n = reference.size();
        double m = current.size();
        double largest = 0;
        for (PooledWalk walk = new PooledWalk(reference, current); walk.next(); ) {
            double first = (walk.below() + walk.ties()) / n;
            double second = (walk.currentBelow() + walk.currentTies()) / m;
            largest = Math.max(largest, Math.abs(first - second));
        }
        return largest;
    }

    /// The probability of a larger one-sample D with that many rows, SciPy's asymptotic choice
    /// (`kstwo.sf(D, round(n m / (n + m)))`, half to even). The library gives that distribution
    /// through its one-sample test only, so it is asked about a sample that has exactly this D.
    private static double oneSampleTail(double gap, int rows) {
        double[] ranks = new double[rows];
        for (int i = 0; i < rows; i++) {
            ranks[i] = i + 1;
        }
        return KolmogorovSmirnovTest.withDefaults()
                .test(ranks, rank -> Math.max(0, rank / rows - gap))
                .getPValue();
    }
}
