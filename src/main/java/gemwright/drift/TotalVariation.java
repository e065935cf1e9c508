package gemwright.drift;

import java.util.Set;
import java.util.SplittableRandom;

/// Total variation distance, ½ Σ |p − q|: the share of rows that would have to change category.
/// Evidently turns it into a p-value by 1,000 permutations; so do we under its rules, with a
/// generator of our own.
record TotalVariation() implements DriftTest {
    private static final int PERMUTATIONS = 1000;
    private static final long SEED = 0;

    @Override
    public String method() {
        return "TVD";
    }

    @Override
    public Set<Kind> kinds() {
        return CATEGORICAL;
    }

    @Override
    public Threshold threshold(Rules rules) {
        return switch (rules) {
            case RECOMMENDED -> Threshold.atLeast(0.1);
            case EVIDENTLY -> Threshold.below(0.1);
        };
    }

    @Override
    public Outcome onCategories(Categories categories, Rules rules) {
        double distance = categories.shares().totalVariation();
        return switch (rules) {
            case RECOMMENDED -> Outcome.distance(distance);
            case EVIDENTLY -> Outcome.test(distance, permuted(categories, distance));
        };
    }

    private static double permuted(Categories categories, double observed) {
        long n = categories.referenceTotal();
        long m = categories.currentTotal();
        int[] pooled = new int[Math.toIntExact(n + m)];
        long[] counts = new long[categories.size()];
        int at = 0;
        for (int i = 0; i < categories.size(); i++) {
            counts[i] = categories.reference().get(i) + categories.current().get(i);
            for (long k = 0; k < counts[i]; k++) {
                pooled[at++] = i;
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        int asLarge = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            long[] drawn = draw(pooled, (int) Math.min(n, m), counts.length, random);
            long[] left = new long[counts.length];
            for (int k = 0; k < left.length; k++) {
                left[k] = counts[k] - drawn[k];
            }
            double distance =
                    Shares.of(drawn, left, Math.min(n, m), Math.max(n, m)).totalVariation();
            if (observed <= distance) {
                asLarge++;
            }
        }
        return (double) asLarge / PERMUTATIONS;
    }

    /// The smaller side, drawn without replacement.
    private static long[] draw(int[] pooled, int rows, int categories, SplittableRandom random) {
        long[] drawn = new long[categories];
        for (int i = 0; i < rows; i++) {
            int j = i + random.nextInt(pooled.length - i);
            int picked = pooled[j];
            pooled[j] = pooled[i];
            pooled[i] = picked;
            drawn[picked]++;
        }
        return drawn;
    }
}
