package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `StackingRegressor`: a regressor over what the others predict.
final class StackingRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.StackingRegressor");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("feature_names_in_")
                ? Columns.of(fitted)
                : known.columns(fitted.children("estimators_").getFirst());
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Estimator last = fitted.child("final_estimator_", "final_estimator");
        return g.predict(last, Stack.of(fitted, x, g));
    }
}
