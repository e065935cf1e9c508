package gemwright.source.sklearn.cluster;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that put rows into groups.
public final class ClusterEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new CentersConverter(),
                    new ModesConverter(),
                    new BirchConverter(),
                    new BisectingConverter(),
                    new AgglomerationConverter());

    private ClusterEstimators() {}
}
