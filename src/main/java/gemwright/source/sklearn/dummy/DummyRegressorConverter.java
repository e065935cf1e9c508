package gemwright.source.sklearn.dummy;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `DummyRegressor`: always the same number.
final class DummyRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.dummy.DummyRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        double[] constant = fitted.doubles("constant_"); // [1, targets]
        return new Predicted(g.everyRow(x, constant), constant.length);
    }
}
