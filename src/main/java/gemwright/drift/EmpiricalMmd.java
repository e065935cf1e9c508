package gemwright.drift;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;

/// Maximum mean discrepancy with a Gaussian kernel as wide as the reference's median distance
/// (Gretton et al. 2012), p-value from 100 permutations: Evidently's `empirical_mmd`, with a fixed
/// seed. Memory grows with the square of the rows, so it stops at [#MOST_ROWS].
record EmpiricalMmd() implements DriftTest {
    /// Both sides together.
    static final int MOST_ROWS = 3000;

    private static final int PERMUTATIONS = 100;
    private static final long SEED = 0;

    @Override
    public String method() {
        return "empirical_mmd";
    }

    @Override
    public Set<Kind> kinds() {
        return NUMERIC;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return Threshold.below(0.1);
    }

    @Override
    public Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        int n = reference.size();
        int m = current.size();
        if (Math.min(n, m) < 2) {
            return Outcome.undefined("tooFew", method(), "2", Integer.toString(Math.min(n, m)));
        }
        if (n + m > MOST_ROWS) {
            return Outcome.undefined(
                    "tooMany", method(), Integer.toString(MOST_ROWS), Integer.toString(n + m));
        }
        double median = medianSquare(reference);
        if (rules == Rules.RECOMMENDED && Double.isInfinite(median)) {
            return Outcome.undefined("range");
        }
        float[][] kernel = kernel(reference, current, 1 / median); // 1 / (2 σ²), σ² = median / 2
        int[] order = new int[n + m];
        Arrays.setAll(order, i -> i);
        double observed = discrepancy(kernel, order, n);
        SplittableRandom random = new SplittableRandom(SEED);
        int asLarge = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            shuffle(order, random);
            if (observed <= discrepancy(kernel, order, n)) {
                asLarge++;
            }
        }
        return Outcome.test(observed, (double) asLarge / PERMUTATIONS);
    }

    private static float[][] kernel(Numbers reference, Numbers current, double gamma) {
        double[] all = Numbers.concatenated(reference, current);
        float[][] kernel = new float[all.length][all.length];
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < i; j++) {
                double gap = all[i] - all[j];
                float value = (float) Math.exp(-gamma * (gap * gap));
                kernel[i][j] = value;
                kernel[j][i] = value;
            }
        }
        return kernel;
    }

    /// The median of all n² squared distances, the zeros of each value to itself included; 1 where
    /// it is zero.
    private static double medianSquare(Numbers numbers) {
        double[] squares = new double[numbers.size() * numbers.size()];
        int at = 0;
        for (double a : numbers.sorted()) {
            for (double b : numbers.sorted()) {
                squares[at++] = (a - b) * (a - b);
            }
        }
        Arrays.sort(squares);
        double median = squares[(int) Math.rint((squares.length - 1) * 0.5)];
        return median == 0 ? 1 : median;
    }

    private static double discrepancy(float[][] kernel, int[] order, int n) {
        double within = 0;
        double across = 0;
        double other = 0;
        for (int i = 0; i < order.length; i++) {
            float[] row = kernel[order[i]];
            for (int j = 0; j < i; j++) {
                float value = row[order[j]];
                if (i < n) {
                    within += value;
                } else if (j < n) {
                    across += value;
                } else {
                    other += value;
                }
            }
        }
        double m = order.length - n;
        return 2 * within / ((double) n * (n - 1))
                + 2 * other / (m * (m - 1))
                - 2 * across / (n * m);
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
