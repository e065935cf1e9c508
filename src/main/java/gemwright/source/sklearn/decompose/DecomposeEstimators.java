package gemwright.source.sklearn.decompose;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that project columns onto fewer.
public final class DecomposeEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new ProjectionConverter(),
                    new LatentConverter(),
                    new PartialLeastSquaresConverter(),
                    new CrossCovarianceConverter(),
                    new SparseCodingConverter());

    private DecomposeEstimators() {}
}
