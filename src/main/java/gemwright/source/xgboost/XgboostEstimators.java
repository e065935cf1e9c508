package gemwright.source.xgboost;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// The scikit-learn wrappers of XGBoost.
public final class XgboostEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(new XgbClassifierConverter(), new XgbRegressorConverter());

    private XgboostEstimators() {}
}
