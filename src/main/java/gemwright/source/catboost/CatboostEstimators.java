package gemwright.source.catboost;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// The scikit-learn wrappers of CatBoost.
public final class CatboostEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(new CatClassifierConverter(), new CatRegressorConverter());

    private CatboostEstimators() {}
}
