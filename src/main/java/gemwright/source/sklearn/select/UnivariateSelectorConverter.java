package gemwright.source.sklearn.select;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;

/// Selectors by a test of each column: `SelectKBest`, `SelectPercentile`, `SelectFpr`, `SelectFdr`,
/// `SelectFwe` and the one that is any of them.
final class UnivariateSelectorConverter implements EstimatorConverter.Transformer {
    private static final String MODULE = "sklearn.feature_selection.";

    @Override
    public Set<String> estimators() {
        return Set.of(
                MODULE + "SelectKBest",
                MODULE + "SelectPercentile",
                MODULE + "SelectFpr",
                MODULE + "SelectFdr",
                MODULE + "SelectFwe",
                MODULE + "GenericUnivariateSelect");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        boolean[] chosen =
                switch (fitted.name()) {
                    case "SelectKBest" -> best(fitted, "k");
                    case "SelectPercentile" -> percentile(fitted, "percentile");
                    case "SelectFpr" -> below(fitted, fitted.number("alpha"));
                    case "SelectFdr" -> falseDiscovery(fitted, fitted.number("alpha"));
                    case "SelectFwe" -> familyWise(fitted, fitted.number("alpha"));
                    default -> generic(fitted);
                };
        return Selection.of(fitted, i -> chosen[i], chosen.length, x, g);
    }

    private static boolean[] generic(Estimator fitted) throws Problem {
        String mode =
                fitted.choice("mode", "percentile", "percentile", "k_best", "fpr", "fdr", "fwe");
        return switch (mode) {
            case "percentile" -> percentile(fitted, "param");
            case "k_best" -> best(fitted, "param");
            case "fpr" -> below(fitted, fitted.number("param"));
            case "fdr" -> falseDiscovery(fitted, fitted.number("param"));
            default -> familyWise(fitted, fitted.number("param"));
        };
    }

    /// The k highest scores; of equal ones the last, as a stable sort leaves them.
    private static boolean[] best(Estimator fitted, String parameter) throws Problem {
        double[] scores = scores(fitted);
        boolean[] chosen = new boolean[scores.length];
        boolean all = fitted.get(parameter).flatMap(PickleValue::asText).isPresent();
        int k = all ? scores.length : fitted.integer(parameter);
        IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .skip(Math.max(0, scores.length - k))
                .forEach(i -> chosen[i] = true);
        return chosen;
    }

    /// Scores above the percentile, and as many of those equal to it as there is room for.
    private static boolean[] percentile(Estimator fitted, String parameter) throws Problem {
        double[] scores = scores(fitted);
        double percentile = fitted.number(parameter);
        boolean[] chosen = new boolean[scores.length];
        if (percentile == 100) {
            Arrays.fill(chosen, true);
            return chosen;
        }
        double threshold = quantile(scores, (100 - percentile) / 100);
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            chosen[i] = percentile > 0 && scores[i] > threshold;
            count += chosen[i] ? 1 : 0;
        }
        int room = (int) (scores.length * percentile / 100) - count;
        for (int i = 0; i < scores.length && room > 0; i++) {
            if (scores[i] == threshold) {
                chosen[i] = true;
                room--;
            }
        }
        return chosen;
    }

    /// numpy's linear interpolation between order statistics.
    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, sorted.length - 1);
        double part = place - low;
        double step = sorted[high] - sorted[low];
        return part < 0.5 ? sorted[low] + step * part : sorted[high] - step * (1 - part);
    }

    private static boolean[] below(Estimator fitted, double alpha) throws Problem {
        double[] values = fitted.doubles("pvalues_");
        boolean[] chosen = new boolean[values.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values[i] < alpha;
        }
        return chosen;
    }

    private static boolean[] familyWise(Estimator fitted, double alpha) throws Problem {
        return below(fitted, alpha / fitted.doubles("pvalues_").length);
    }

    /// Benjamini and Hochberg's procedure.
    private static boolean[] falseDiscovery(Estimator fitted, double alpha) throws Problem {
        double[] values = fitted.doubles("pvalues_");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] <= alpha / sorted.length * (i + 1)) {
                highest = sorted[i];
            }
        }
        boolean[] chosen = new boolean[values.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values[i] <= highest;
        }
        return chosen;
    }

    /// A score that is no number counts as the lowest.
    private static double[] scores(Estimator fitted) throws Problem {
        return Arrays.stream(fitted.doubles("scores_"))
                .map(score -> Double.isNaN(score) ? -Double.MAX_VALUE : score)
                .toArray();
    }
}
