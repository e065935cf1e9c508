package gemwright.source.sklearn.calibrate;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that correct what another one says.
public final class CalibrateEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new CalibratedClassifierConverter(),
                    new ThresholdClassifierConverter(),
                    new IsotonicRegressionConverter());

    private CalibrateEstimators() {}
}
