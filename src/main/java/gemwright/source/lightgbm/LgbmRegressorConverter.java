package gemwright.source.lightgbm;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `LGBMRegressor` and `LGBMRanker`: the booster's predictions.
final class LgbmRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("lightgbm.sklearn.LGBMRegressor", "lightgbm.sklearn.LGBMRanker");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return PickledBooster.of(fitted).columns();
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        return PickledBooster.of(fitted).answers().predict(x, g);
    }
}
