package gemwright.source.sklearn.impute;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `IterativeImputer`: what is missing is filled in simply, then predicted from the other columns,
/// one column after the other, as often as in training.
///
/// (Where every number of every row is missing, scikit-learn stops after the simple filling; a
/// graph predicts there, too.)
final class IterativeImputerConverter implements EstimatorConverter.Transformer {
    /// Each step is an estimator in the graph.
    private static final int MOST_STEPS = 2000;

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.impute.IterativeImputer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        if (fitted.flag("sample_posterior", false)) {
            throw fitted.unsupported("sample_posterior"); // draws random numbers
        }
        Missing missing = Missing.of(fitted);
        List<Integer> kept = kept(fitted, x.width());
        Features simple = g.transform(fitted.part("initial_imputer_"), x);
        if (simple.width() != kept.size()) {
            throw fitted.unsupported("keep_empty_features");
        }
        Value given = x.select(kept, g).doubles(g);
        Value mask = missing.among(given, g);
        List<Value> columns = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            columns.add(simple.column(i, g).doubles(g));
        }
        List<Estimator> steps = fitted.integer("n_iter_", 0) == 0 ? List.of() : steps(fitted);
        for (Estimator step : steps) {
            impute(fitted, step, columns, mask, g);
        }
        Features filled = Features.of(g.sideBySide(columns), columns.size());
        return fitted.has("indicator_")
                ? Features.join(List.of(filled, missing.indicator(fitted.part("indicator_"), x, g)))
                : filled;
    }

    private static List<Estimator> steps(Estimator fitted) throws Problem {
        List<Estimator> steps = fitted.children("imputation_sequence_");
        if (steps.size() > MOST_STEPS) {
            throw fitted.unsupported("max_iter");
        }
        return steps;
    }

    /// Columns without a statistic are left out.
    private static List<Integer> kept(Estimator fitted, int width) throws Problem {
        double[] statistics = fitted.part("initial_imputer_").doubles("statistics_");
        if (statistics.length != width) {
            throw fitted.unreadable("initial_imputer_");
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            if (!Double.isNaN(statistics[i])) {
                kept.add(i);
            }
        }
        return kept;
    }

    /// One column predicted from others.
    ///
    /// @param step a named tuple: column, columns to predict from, estimator
    private static void impute(
            Estimator fitted, Estimator step, List<Value> columns, Value mask, EstimatorGraph g)
            throws Problem {
        List<PickleValue> parts = step.arguments();
        if (parts.size() != 3) {
            throw fitted.unreadable("imputation_sequence_");
        }
        int target = (int) place(fitted, parts.get(0), columns.size())[0];
        List<Value> others = new ArrayList<>();
        for (long place : place(fitted, parts.get(1), columns.size())) {
            others.add(columns.get((int) place));
        }
        Estimator estimator =
                step.child("estimator", parts.get(2))
                        .orElseThrow(() -> fitted.unreadable("imputation_sequence_"));
        Predicted predicted =
                g.predict(estimator, Features.of(g.sideBySide(others), others.size()));
        Features numbers = Features.of(g.reshape(predicted.values(), -1, 1), 1);
        Value bounded =
                g.clip(
                        numbers.doubles(g),
                        bound(fitted, "_min_value", target),
                        bound(fitted, "_max_value", target));
        Value isMissing = g.columns(mask, columns.size(), List.of(target));
        columns.set(target, g.op("Where", isMissing, bounded, columns.get(target)));
    }

    private static double bound(Estimator fitted, String attribute, int column) throws Problem {
        double[] bounds = fitted.doubles(attribute);
        return bounds.length == 1 ? bounds[0] : bounds[column];
    }

    private static long[] place(Estimator fitted, PickleValue value, int columns) throws Problem {
        long[] places =
                Values.integers(value).orElseThrow(() -> fitted.unreadable("imputation_sequence_"));
        for (long place : places) {
            if (place < 0 || place >= columns) {
                throw fitted.unreadable("imputation_sequence_");
            }
        }
        if (places.length == 0) {
            throw fitted.unreadable("imputation_sequence_");
        }
        return places;
    }
}
