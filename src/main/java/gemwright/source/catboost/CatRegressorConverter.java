package gemwright.source.catboost;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `CatBoostRegressor` and `CatBoostRanker`: the booster's predictions.
final class CatRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("catboost.core.CatBoostRegressor", "catboost.core.CatBoostRanker");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return BoosterAnswers.columns(PickledBooster.of(fitted));
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        return new BoosterAnswers(PickledBooster.of(fitted), fitted.path()).predict(x, g);
    }
}
