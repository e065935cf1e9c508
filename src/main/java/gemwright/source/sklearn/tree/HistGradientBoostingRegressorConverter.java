package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `HistGradientBoostingRegressor`: the sum of the leaves, through the loss's inverse link.
final class HistGradientBoostingRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.HistGradientBoostingRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        String loss =
                fitted.choice(
                        "loss",
                        "squared_error",
                        "squared_error",
                        "least_squares", // up to 1.1
                        "absolute_error",
                        "least_absolute_deviation", // up to 1.1
                        "quantile",
                        "poisson",
                        "gamma");
        Value scores = HistGradientBoosting.scores(fitted, x, g);
        boolean logarithmic = loss.equals("poisson") || loss.equals("gamma");
        return new Predicted(logarithmic ? g.op("Exp", scores) : scores, 1);
    }
}
