package gemwright.drift;

import java.util.Set;

/// k-sample test of Anderson and Darling for two samples, midranks for ties (Scholz and Stephens
/// 1987, equation 7; `scipy.stats.anderson_ksamp`). The p-value is interpolated in their table and
/// stays within 0.001 and 0.25.
record AndersonDarling() implements DriftTest {
    /// Quadratic fit of the logarithm of the levels over the seven critical values for two samples
    /// (table 2 there; `numpy.polyfit`), highest power last.
    private static final double[] LOG_LEVEL = {
        -1.077770279820486, -1.0082265644652515, 0.018198094574111343
    };

    private static final double LOWEST_CRITICAL = 0.325;
    private static final double HIGHEST_CRITICAL = 6.546;

    @Override
    public String method() {
        return "anderson";
    }

    @Override
    public Set<Kind> kinds() {
        return NUMERIC;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return switch (rules) {
            case RECOMMENDED -> Threshold.below(0.01);
            case EVIDENTLY -> Threshold.below(0.1);
        };
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        int rows = reference.size() + current.size();
        if (rows < 4) {
            return Outcome.undefined("tooFew", method(), "4", Integer.toString(rows));
        }
        if (new PooledWalk(reference, current).distinct() < 2) {
            return Outcome.undefined("oneValue");
        }
        double standardized =
                (criterion(reference, current) - 1)
                        / Math.sqrt(variance(reference.size(), current.size()));
        return Outcome.test(standardized, level(standardized));
    }

    private static double criterion(Numbers reference, Numbers current) {
        double n = reference.size();
        double m = current.size();
        double all = n + m;
        double first = 0;
        double second = 0;
        for (PooledWalk walk = new PooledWalk(reference, current); walk.next(); ) {
            double ties = walk.ties() + walk.currentTies();
            double rank = walk.below() + walk.currentBelow() + ties / 2;
            double weight = ties / all / (rank * (all - rank) - all * ties / 4);
            double a = all * (walk.below() + walk.ties() / 2.0) - rank * n;
            double b = all * (walk.currentBelow() + walk.currentTies() / 2.0) - rank * m;
            first += weight * a * a;
            second += weight * b * b;
        }
        return (first / n + second / m) * (all - 1) / all;
    }

    /// Equation 4 there, for two samples.
    private static double variance(double n, double m) {
        double all = n + m;
        double inverse = 1 / n + 1 / m;
        double harmonic = 0;
        double g = 0;
        for (int i = 2; i < all; i++) {
            harmonic += 1 / (all + 1 - i);
            g += harmonic / i;
        }
        double h = harmonic + 1;
        double a = (4 * g - 6) + (10 - 6 * g) * inverse;
        double b = (2 * g - 4) * 4 + 16 * h + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
        double c =
                (6 * h + 2 * g - 2) * 4 + (4 * h - 4 * g + 6) * 2 + (2 * h - 6) * inverse + 4 * h;
        double d = (2 * h + 6) * 4 - 8 * h;
        return (((a * all + b) * all + c) * all + d) / ((all - 1) * (all - 2) * (all - 3));
    }

    private static double level(double standardized) {
        if (standardized < LOWEST_CRITICAL) {
            return 0.25;
        }
        if (standardized > HIGHEST_CRITICAL) {
            return 0.001;
        }
        return Math.exp(LOG_LEVEL[0] + standardized * (LOG_LEVEL[1] + standardized * LOG_LEVEL[2]));
    }
}
