package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `GradientBoostingRegressor`: a start, and the leaves of all stages times the learning rate.
final class GradientBoostingRegressorConverter implements EstimatorConverter.Regressor {
    private static final Set<String> CONSTANT = Set.of("mean", "median", "quantile", "constant");

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.GradientBoostingRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        return new Predicted(scores(GradientBoosting.of(fitted), x, g), 1);
    }

    private static Value scores(GradientBoosting boosting, Features x, EstimatorGraph g)
            throws Problem {
        if (boosting.startsFromZero()) {
            return boosting.scores(x, new double[1], g);
        }
        Estimator start = boosting.start();
        if (start.type().equals("sklearn.dummy.DummyRegressor")
                && CONSTANT.contains(start.text("strategy"))) {
            return boosting.scores(x, start.doubles("constant_"), g);
        }
        Features rounded = Features.of(Inputs.rounded(x, g), x.width());
        return boosting.scores(x, g.predict(start, rounded).values(), g);
    }
}
