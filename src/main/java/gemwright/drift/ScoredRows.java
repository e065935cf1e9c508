package gemwright.drift;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Rows of a two-class model: its score, its answer, and the chance that the row is positive. Where
/// outcomes are known the chance is 0 or 1 and the figures are realised; with calibrated scores
/// they are expectations: confidence-based performance estimation, CBPE, of NannyML 0.13.1.
///
/// Rows with a NaN anywhere count nowhere.
final class ScoredRows {
    private final double[] score;
    private final double[] answer;
    private final double[] chance;

    /// @param score the model's own probability of the positive class
    /// @param answer 1 where the model said positive, 0 where not
    /// @param chance of being positive
    ScoredRows(double[] score, double[] answer, double[] chance) {
        this.score = score;
        this.answer = answer;
        this.chance = chance;
    }

    /// Rows by answer and truth, as expected counts.
    private record Confusion(double hits, double falseAlarms, double missed, double restful) {
        double all() {
            return hits + falseAlarms + missed + restful;
        }
    }

    private Confusion confusion(IntStream rows) {
        double[] sums = new double[4];
        rows.filter(row -> !Double.isNaN(answer[row] + chance[row]))
                .forEach(
                        row -> {
                            int at = answer[row] == 1 ? 0 : 2;
                            sums[at] += chance[row];
                            sums[at + 1] += 1 - chance[row];
                        });
        return new Confusion(sums[0], sums[1], sums[2], sums[3]);
    }

    double accuracy(IntStream rows) {
        Confusion c = confusion(rows);
        return (c.hits + c.restful) / c.all();
    }

    /// 0 where nothing was and nothing should have been found, as scikit-learn and NannyML say.
    double f1(IntStream rows) {
        Confusion c = confusion(rows);
        double weighed = 2 * c.hits + c.falseAlarms + c.missed;
        return weighed == 0 && c.all() > 0 ? 0 : 2 * c.hits / weighed;
    }

    double precision(IntStream rows) {
        Confusion c = confusion(rows);
        double said = c.hits + c.falseAlarms;
        return said == 0 && c.all() > 0 ? 0 : c.hits / said;
    }

    double recall(IntStream rows) {
        Confusion c = confusion(rows);
        double wanted = c.hits + c.missed;
        return wanted == 0 && c.all() > 0 ? 0 : c.hits / wanted;
    }

    /// The area under the ROC curve, rows of one score taken together; NaN where a class has no
    /// rows.
    double rocAuc(IntStream rows) {
        int[] order =
                rows.filter(row -> !Double.isNaN(score[row] + chance[row]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> -score[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double found = 0;
        double wrong = 0;
        double area = 0;
        for (int from = 0; from < order.length; ) {
            double foundHere = 0;
            double wrongHere = 0;
            int at = from;
            for (; at < order.length && score[order[at]] == score[order[from]]; at++) {
                foundHere += chance[order[at]];
                wrongHere += 1 - chance[order[at]];
            }
            area += wrongHere * (found + foundHere / 2);
            found += foundHere;
            wrong += wrongHere;
            from = at;
        }
        return area / (found * wrong);
    }

    /// How far the scores are from what came true: the mean gap over ten equal slices of the rows
    /// in the order of their scores (expected calibration error).
    double calibrationError(IntStream rows) {
        int[] order =
                rows.filter(row -> !Double.isNaN(score[row] + chance[row]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> score[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double error = 0;
        for (int slice = 0; slice < 10; slice++) {
            int to = (int) ((slice + 1L) * order.length / 10);
            double gap = 0;
            for (int i = (int) ((long) slice * order.length / 10); i < to; i++) {
                gap += score[order[i]] - chance[order[i]];
            }
            error += Math.abs(gap);
        }
        return error / order.length;
    }
}
