package gemwright.source.sklearn.gaussian;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Gaussian processes.
public final class GaussianEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new ProcessRegressorConverter(),
                    new ProcessClassifierConverter(),
                    new LaplaceConverter());

    private GaussianEstimators() {}
}
