package gemwright.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Corrects p-values for their number, so that of the columns called significant the expected share
/// of false ones stays below the level (Benjamini and Hochberg 1995).
final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /// The corrected p-values in the order given; NaN stays NaN and does not count.
    static double[] adjusted(double[] pValues) {
        double[] adjusted = new double[pValues.length];
        Arrays.fill(adjusted, Double.NaN);
        int[] order =
                IntStream.range(0, pValues.length)
                        .filter(i -> !Double.isNaN(pValues[i]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> pValues[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            int index = order[rank - 1];
            least = Math.min(least, pValues[index] * order.length / rank);
            adjusted[index] = least;
        }
        return adjusted;
    }
}
