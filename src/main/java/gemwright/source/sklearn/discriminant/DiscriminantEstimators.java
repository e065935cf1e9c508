package gemwright.source.sklearn.discriminant;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Discriminant analyses.
public final class DiscriminantEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(new LinearDiscriminantConverter(), new QuadraticDiscriminantConverter());

    private DiscriminantEstimators() {}
}
