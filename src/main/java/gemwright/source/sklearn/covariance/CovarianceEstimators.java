package gemwright.source.sklearn.covariance;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that look at how columns vary together.
public final class CovarianceEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL = List.of(new EllipticEnvelopeConverter());

    private CovarianceEstimators() {}
}
