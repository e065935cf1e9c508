package gemwright.source.sklearn.select;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.tree.Importances;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// `SelectFromModel`: the columns that count most in an estimator, by its coefficients or its
/// trees.
final class ImportanceSelectorConverter implements EstimatorConverter.Transformer {
    /// Below it a coefficient counts as 0, where the estimator was asked to make them 0.
    private static final double NONE = 1e-5;

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.feature_selection.SelectFromModel");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return known.columns(inner(fitted));
    }

    private static Estimator inner(Estimator fitted) throws Problem {
        String place = fitted.has("estimator_") ? "estimator_" : "estimator"; // fitted before
        return fitted.child(place, "estimator");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        fitted.choice("importance_getter", "auto", "auto");
        Estimator estimator = inner(fitted);
        double[] importances = importances(fitted, estimator);
        if (importances.length != x.width()) {
            throw fitted.refuse("sklearn.width", importances.length, x.width());
        }
        double threshold = threshold(fitted, estimator, importances);
        Set<Integer> most = most(fitted, importances);
        return Selection.of(
                fitted,
                i -> most.contains(i) && !(importances[i] < threshold),
                importances.length,
                x,
                g);
    }

    private static double[] importances(Estimator fitted, Estimator estimator) throws Problem {
        if (Importances.has(estimator)) {
            return Importances.of(estimator);
        }
        if (!estimator.has("coef_")) {
            throw estimator.refuse("sklearn.noImportances");
        }
        Matrix coefficients = estimator.matrix("coef_"); // [targets, features]
        double order = order(fitted, coefficients.rows());
        double[] importances = new double[coefficients.columns()];
        for (int column = 0; column < importances.length; column++) {
            for (double coefficient : coefficients.transposed().row(column)) {
                double size = Math.abs(coefficient);
                importances[column] =
                        Double.isInfinite(order)
                                ? Math.max(importances[column], size)
                                : importances[column] + Math.pow(size, order);
            }
            if (order != 1 && !Double.isInfinite(order)) {
                importances[column] = Math.pow(importances[column], 1 / order);
            }
        }
        return importances;
    }

    private static double order(Estimator fitted, int targets) throws Problem {
        double order = fitted.number("norm_order", 1);
        if (order < 1) {
            throw fitted.unsupported("norm_order");
        }
        return targets == 1 ? 1 : order; // of one number, every norm is its size
    }

    private static double threshold(Estimator fitted, Estimator estimator, double[] importances)
            throws Problem {
        Optional<String> text = fitted.get("threshold").flatMap(value -> value.asText());
        if (text.isEmpty() && fitted.has("threshold")) {
            return fitted.number("threshold");
        }
        if (text.isEmpty() && makesZeros(estimator)) {
            return NONE;
        }
        List<String> product = List.of(text.orElse("mean").split("\\*"));
        double reference =
                switch (product.getLast().strip()) {
                    case "mean" -> Arrays.stream(importances).average().orElse(0);
                    case "median" -> median(importances);
                    default -> throw fitted.unsupported("threshold");
                };
        if (product.size() == 1) {
            return reference;
        }
        try {
            return Double.parseDouble(product.getFirst().strip()) * reference;
        } catch (NumberFormatException noNumber) {
            throw fitted.unsupported("threshold");
        }
    }

    /// Whether the estimator was fitted with an L1 penalty alone.
    private static boolean makesZeros(Estimator estimator) throws Problem {
        if (estimator.name().contains("Lasso")
                || estimator.get("penalty").flatMap(v -> v.asText()).equals(Optional.of("l1"))) {
            return true;
        }
        return switch (estimator.name()) {
            case "ElasticNet", "LogisticRegression" -> isOne(estimator, "l1_ratio");
            case "ElasticNetCV", "LogisticRegressionCV" -> isOne(estimator, "l1_ratio_");
            default -> false;
        };
    }

    private static boolean isOne(Estimator estimator, String attribute) throws Problem {
        if (!estimator.has(attribute)) {
            return false;
        }
        return Arrays.stream(estimator.doubles(attribute)).allMatch(r -> Math.abs(r - 1) <= 1e-5);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// The columns of the largest importances, as many as `max_features` allows; of equal ones the
    /// first.
    private static Set<Integer> most(Estimator fitted, double[] importances) throws Problem {
        String limit = fitted.has("max_features_") ? "max_features_" : "max_features";
        int most = fitted.has("max_features") ? fitted.integer(limit) : importances.length;
        return Set.copyOf(
                IntStream.range(0, importances.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -importances[i]))
                        .limit(Math.max(0, most))
                        .toList());
    }
}
