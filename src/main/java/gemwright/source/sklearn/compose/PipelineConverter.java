package gemwright.source.sklearn.compose;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Wrapped;

import java.util.List;
import java.util.Set;

/// `Pipeline`: each step but the last transforms the columns, the last one speaks.
final class PipelineConverter implements EstimatorConverter.Wrapper {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.pipeline.Pipeline");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        for (Step step : Step.of(fitted, "steps")) {
            if (step.estimator().isPresent()) {
                return known.columns(step.estimator().get());
            }
        }
        return Columns.of(fitted);
    }

    @Override
    public Wrapped unwrap(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<Step> steps = Step.of(fitted, "steps");
        if (steps.isEmpty()) {
            throw fitted.unreadable("steps");
        }
        Features columns = x;
        for (Step step : steps.subList(0, steps.size() - 1)) {
            if (step.estimator().isPresent()) {
                columns = g.transform(step.estimator().get(), columns);
            }
        }
        return new Wrapped(steps.getLast().estimator(), columns);
    }
}
