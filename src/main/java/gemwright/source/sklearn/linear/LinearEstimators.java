package gemwright.source.sklearn.linear;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that weigh the columns and add them up.
public final class LinearEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new LinearRegressionConverter(),
                    new GeneralizedLinearConverter(),
                    new LogisticRegressionConverter(),
                    new LinearClassifierConverter(),
                    new OneClassConverter());

    private LinearEstimators() {}
}
