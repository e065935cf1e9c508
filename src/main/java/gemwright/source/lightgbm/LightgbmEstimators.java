package gemwright.source.lightgbm;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// The scikit-learn wrappers of LightGBM.
public final class LightgbmEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(new LgbmClassifierConverter(), new LgbmRegressorConverter());

    private LightgbmEstimators() {}
}
