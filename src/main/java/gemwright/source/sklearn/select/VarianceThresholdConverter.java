package gemwright.source.sklearn.select;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `VarianceThreshold`: columns that vary more than the threshold.
final class VarianceThresholdConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.feature_selection.VarianceThreshold");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        double[] variances = fitted.doubles("variances_");
        double threshold = fitted.number("threshold", 0);
        return Selection.of(fitted, i -> variances[i] > threshold, variances.length, x, g);
    }
}
