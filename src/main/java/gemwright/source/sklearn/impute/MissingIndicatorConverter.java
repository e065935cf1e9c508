package gemwright.source.sklearn.impute;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `MissingIndicator`: 1 where something is missing, for all columns or those that had something
/// missing when fitted.
final class MissingIndicatorConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.impute.MissingIndicator");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        if (fitted.integers("features_").length == 0) {
            throw fitted.refuse("sklearn.noColumns");
        }
        return Missing.of(fitted).indicator(fitted, x, g);
    }
}
