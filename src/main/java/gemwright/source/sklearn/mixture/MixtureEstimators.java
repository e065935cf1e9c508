package gemwright.source.sklearn.mixture;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Mixtures of normal distributions.
public final class MixtureEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL = List.of(new MixtureConverter());

    private MixtureEstimators() {}
}
