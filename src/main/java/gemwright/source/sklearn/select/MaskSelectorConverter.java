package gemwright.source.sklearn.select;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// Selectors that remember which columns they chose.
final class MaskSelectorConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of(
                "sklearn.feature_selection.RFE",
                "sklearn.feature_selection.RFECV",
                "sklearn.feature_selection.SequentialFeatureSelector");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        double[] support = fitted.doubles("support_");
        return Selection.of(fitted, column -> support[column] != 0, support.length, x, g);
    }
}
