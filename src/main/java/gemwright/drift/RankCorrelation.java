package gemwright.drift;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Spearman's rank correlation, ties sharing their mean rank.
final class RankCorrelation {
    private RankCorrelation() {}

    /// NaN where a side is constant.
    static double of(double[] first, double[] second) {
        double[] x = ranks(first);
        double[] y = ranks(second);
        double mean = (x.length + 1) / 2.0;
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - mean) * (y[i] - mean);
            squaresX += (x[i] - mean) * (x[i] - mean);
            squaresY += (y[i] - mean) * (y[i] - mean);
        }
        return products / Math.sqrt(squaresX * squaresY);
    }

    private static double[] ranks(double[] values) {
        int[] order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> values[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
