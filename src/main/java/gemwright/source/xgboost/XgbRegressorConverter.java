package gemwright.source.xgboost;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `XGBRegressor`, `XGBRFRegressor` and `XGBRanker`: the booster's predictions.
final class XgbRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of(
                "xgboost.sklearn.XGBRegressor",
                "xgboost.sklearn.XGBRFRegressor",
                "xgboost.sklearn.XGBRanker");
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
