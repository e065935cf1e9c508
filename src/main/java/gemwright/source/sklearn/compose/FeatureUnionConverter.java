package gemwright.source.sklearn.compose;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `FeatureUnion`: every part sees all columns; the results stand side by side.
final class FeatureUnionConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.pipeline.FeatureUnion");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        for (Step step : Step.of(fitted, "transformer_list")) {
            if (step.estimator().isPresent()) {
                return known.columns(step.estimator().get());
            }
        }
        return Columns.of(fitted);
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<Features> results = new ArrayList<>();
        for (Step step : Step.of(fitted, "transformer_list")) {
            if (!step.dropped()) {
                Features result =
                        step.estimator().isPresent() ? g.transform(step.estimator().get(), x) : x;
                results.add(step.weighted(fitted, result, g));
            }
        }
        return Features.join(results);
    }
}
