package gemwright.source.sklearn.select;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that choose some of the columns.
public final class SelectEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new MaskSelectorConverter(),
                    new UnivariateSelectorConverter(),
                    new VarianceThresholdConverter(),
                    new ImportanceSelectorConverter());

    private SelectEstimators() {}
}
