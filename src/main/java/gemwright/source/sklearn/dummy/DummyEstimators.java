package gemwright.source.sklearn.dummy;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that always say the same.
public final class DummyEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(new DummyRegressorConverter(), new DummyClassifierConverter());

    private DummyEstimators() {}
}
