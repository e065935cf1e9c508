package gemwright.source.sklearn.compose;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `ColumnTransformer`: every part sees its columns; the results stand side by side in the order of
/// `transformers_`, the remainder last.
final class ColumnTransformerConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.compose.ColumnTransformer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        ColumnChoice choice = ColumnChoice.of(fitted, Columns.of(fitted));
        List<Features> results = new ArrayList<>();
        for (Step step : Step.of(fitted, "transformers_")) {
            List<Integer> columns = choice.of(step);
            if (step.dropped() || columns.isEmpty()) {
                continue;
            }
            Features chosen = x.select(columns, g);
            Features result =
                    step.estimator().isPresent()
                            ? g.transform(step.estimator().get(), chosen)
                            : chosen;
            results.add(step.weighted(fitted, result, g));
        }
        return Features.join(results);
    }
}
