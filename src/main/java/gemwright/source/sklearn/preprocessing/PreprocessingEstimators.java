package gemwright.source.sklearn.preprocessing;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that scale, encode and reshape columns.
public final class PreprocessingEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new StandardScalerConverter(),
                    new MinMaxScalerConverter(),
                    new RobustScalerConverter(),
                    new MaxAbsScalerConverter(),
                    new NormalizerConverter(),
                    new BinarizerConverter(),
                    new OneHotEncoderConverter(),
                    new OrdinalEncoderConverter(),
                    new KBinsDiscretizerConverter(),
                    new PolynomialFeaturesConverter(),
                    new PowerTransformerConverter(),
                    new QuantileTransformerConverter(),
                    new SplineTransformerConverter(),
                    new TargetEncoderConverter(),
                    new LabelEncoderConverter(),
                    new FunctionTransformerConverter());

    private PreprocessingEstimators() {}
}
