package gemwright.source.sklearn.neighbors;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that look at the nearest training rows.
public final class NeighborEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new NeighborsClassifierConverter(),
                    new NeighborsRegressorConverter(),
                    new NeighborsTransformerConverter(),
                    new RadiusClassifierConverter(),
                    new RadiusRegressorConverter(),
                    new LocalOutlierConverter(),
                    new NearestCentroidConverter(),
                    new IsomapConverter(),
                    new LocallyLinearConverter(),
                    new NeighborsImputerConverter());

    private NeighborEstimators() {}
}
