package gemwright.source.sklearn.compose;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `TransformedTargetRegressor`: what the regressor predicts, turned back by the function or
/// transformer that turned the target.
final class TransformedTargetConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.compose.TransformedTargetRegressor");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return known.columns(fitted.child("regressor_", "regressor"));
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Predicted predicted = g.predict(fitted.child("regressor_", "regressor"), x);
        Features target = Features.of(predicted.values(), predicted.targets());
        Estimator transformer = fitted.child("transformer_", "transformer");
        return new Predicted(g.inverse(transformer, target).doubles(g), predicted.targets());
    }
}
