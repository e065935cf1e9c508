package gemwright.source.sklearn.compose;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators made of other estimators that each see some columns or come one after the other.
public final class ComposeEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new PipelineConverter(),
                    new ColumnTransformerConverter(),
                    new FeatureUnionConverter(),
                    new TransformedTargetConverter());

    private ComposeEstimators() {}
}
