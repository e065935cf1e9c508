package gemwright.source.sklearn.impute;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that fill in what is missing.
public final class ImputeEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new SimpleImputerConverter(),
                    new MissingIndicatorConverter(),
                    new IterativeImputerConverter());

    private ImputeEstimators() {}
}
