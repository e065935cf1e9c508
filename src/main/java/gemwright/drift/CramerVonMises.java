package gemwright.drift;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Two-sample test of Cramér and von Mises (`scipy.stats.cramervonmises_2samp`, "auto"): exact up
/// to 20 rows a side (Xiao, Gordon and Yakovlev 2006), asymptotic above (Anderson 1962; Csörgő and
/// Faraway 1996, equation 1.2).
record CramerVonMises() implements DriftTest {
    private static final int EXACT_ROWS = 20;

    @Override
    public String method() {
        return "cramer_von_mises";
    }

    @Override
    public Set<Kind> kinds() {
        return NUMERIC;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return switch (rules) {
            case RECOMMENDED -> Threshold.below(0.01);
            case EVIDENTLY -> Threshold.atMost(0.1);
        };
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        int n = reference.size();
        int m = current.size();
        if (Math.min(n, m) < 2) {
            return Outcome.undefined("tooFew", method(), "2", Integer.toString(Math.min(n, m)));
        }
        double u = rankCriterion(reference, current);
        double product = (double) n * m;
        double all = (double) n + m;
        double t = u / (product * all) - (4 * product - 1) / (6 * all);
        double p = Math.max(n, m) <= EXACT_ROWS ? exact(u, n, m) : asymptotic(t, n, m);
        return Outcome.test(t, p);
    }

    /// U of Anderson 1962, equation 10, with midranks.
    private static double rankCriterion(Numbers reference, Numbers current) {
        double first = 0;
        double second = 0;
        for (PooledWalk walk = new PooledWalk(reference, current); walk.next(); ) {
            int below = walk.below() + walk.currentBelow();
            double rank = below + (walk.ties() + walk.currentTies() + 1) / 2.0;
            for (int i = 1; i <= walk.ties(); i++) {
                double gap = rank - (walk.below() + i);
                first += gap * gap;
            }
            for (int i = 1; i <= walk.currentTies(); i++) {
                double gap = rank - (walk.currentBelow() + i);
                second += gap * gap;
            }
        }
        return reference.size() * first + current.size() * second;
    }

    private static double asymptotic(double t, double n, double m) {
        double all = n + m;
        double product = n * m;
        double mean = (1 + 1 / all) / 6;
        double variance =
                (all + 1)
                        * (4 * product * all - 3 * (n * n + m * m) - 2 * product)
                        / (45 * all * all * 4 * product);
        double normalized = 1.0 / 6 + (t - mean) / Math.sqrt(45 * variance);
        if (normalized < 0.003) {
            return 1; // the limiting distribution has less than 1.3e-18 below
        }
        return Math.max(0, 1 - limitingCumulative(normalized));
    }

    /// Terms are added until one is below 1e-7, as SciPy does.
    private static double limitingCumulative(double x) {
        double total = 0;
        double ratio = Math.sqrt(Math.PI); // Γ(k + 1/2) / Γ(k + 1)
        double term = 1;
        for (int k = 0; Math.abs(term) >= 1e-7; k++) {
            if (k > 0) {
                ratio *= (k - 0.5) / k;
            }
            double y = 4.0 * k + 1;
            double q = y * y / (16 * x);
            double u = ratio / (Math.pow(Math.PI, 1.5) * Math.sqrt(x));
            term = u * Math.sqrt(y) * BesselK.scaled(0.25, q) * Math.exp(-2 * q);
            total += term;
        }
        return total;
    }

    /// Counts the paths of both samples' ranks by their criterion (Xiao et al., algorithm 1).
    private static double exact(double u, int n, int m) {
        long multiple = lcm(n, m);
        long a = multiple / n;
        long b = multiple / m;
        double product = (double) n * m;
        double zeta =
                Math.floor(
                        (double) multiple
                                * multiple
                                * (n + m)
                                * (6 * u - product * (4 * product - 1))
                                / (6 * product * product));
        @SuppressWarnings({"unchecked", "rawtypes"})
        TreeMap<Long, BigInteger>[] row = new TreeMap[n + 1];
        for (int v = 0; v <= n; v++) {
            row[v] = new TreeMap<>();
        }
        row[0].put(0L, BigInteger.ONE);
        for (int w = 0; w <= m; w++) {
            TreeMap<Long, BigInteger> left = new TreeMap<>();
            for (int v = 0; v <= n; v++) {
                long step = (a * v - b * w) * (a * v - b * w);
                TreeMap<Long, BigInteger> here = new TreeMap<>();
                left.forEach((value, count) -> here.merge(value + step, count, BigInteger::add));
                row[v].forEach((value, count) -> here.merge(value + step, count, BigInteger::add));
                row[v] = here;
                left = here;
            }
        }
        BigInteger all = BigInteger.ZERO;
        BigInteger beyond = BigInteger.ZERO;
        for (Map.Entry<Long, BigInteger> entry : row[n].entrySet()) {
            all = all.add(entry.getValue());
            if (entry.getKey() >= zeta) {
                beyond = beyond.add(entry.getValue());
            }
        }
        return beyond.doubleValue() / all.doubleValue();
    }

    private static long lcm(long a, long b) {
        return a / BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValue() * b;
    }
}
