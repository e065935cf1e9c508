package gemwright.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// A rising step function fitted by pooling adjacent violators, straight between its points and
/// level outside them: scikit-learn 1.7's `IsotonicRegression(out_of_bounds="clip")`. It turns a
/// model's scores into chances.
final class Isotonic {
    private final double[] scores;
    private final double[] chances;
    private final int points;

    private Isotonic(double[] scores, double[] chances, int points) {
        this.scores = scores;
        this.chances = chances;
        this.points = points;
    }

    /// @param scores finite, at least one
    /// @param truths 1 for the class whose chance is sought, else 0
    static Isotonic fit(double[] scores, double[] truths) {
        int[] order =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> scores[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] x = new double[order.length];
        double[] sums = new double[order.length];
        double[] counts = new double[order.length];
        int points = 0;
        for (int i : order) {
            if (points == 0 || x[points - 1] != scores[i]) {
                x[points++] = scores[i];
            }
            sums[points - 1] += truths[i];
            counts[points - 1]++;
        }
        return new Isotonic(x, pooled(sums, counts, points), points);
    }

    /// Blocks of points whose means would fall get their common mean.
    private static double[] pooled(double[] sums, double[] counts, int points) {
        double[] sum = new double[points];
        double[] count = new double[points];
        int[] end = new int[points];
        int blocks = 0;
        for (int i = 0; i < points; i++) {
            sum[blocks] = sums[i];
            count[blocks] = counts[i];
            end[blocks++] = i + 1;
            while (blocks > 1 && falls(sum, count, blocks - 2)) {
                blocks--;
                sum[blocks - 1] += sum[blocks];
                count[blocks - 1] += count[blocks];
                end[blocks - 1] = end[blocks];
            }
        }
        double[] means = new double[points];
        for (int block = 0; block < blocks; block++) {
            int from = block == 0 ? 0 : end[block - 1];
            Arrays.fill(means, from, end[block], sum[block] / count[block]);
        }
        return means;
    }

    private static boolean falls(double[] sum, double[] count, int block) {
        return sum[block] / count[block] >= sum[block + 1] / count[block + 1];
    }

    /// The chance at a score.
    double chance(double score) {
        int at = Arrays.binarySearch(scores, 0, points, score);
        if (at >= 0) {
            return chances[at];
        }
        int next = -at - 1;
        if (next == 0 || next == points) {
            return chances[next == 0 ? 0 : points - 1];
        }
        double share = (score - scores[next - 1]) / (scores[next] - scores[next - 1]);
        return chances[next - 1] + share * (chances[next] - chances[next - 1]);
    }
}
