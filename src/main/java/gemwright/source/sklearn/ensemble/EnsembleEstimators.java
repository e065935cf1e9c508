package gemwright.source.sklearn.ensemble;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that ask several others.
public final class EnsembleEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new VotingClassifierConverter(),
                    new VotingRegressorConverter(),
                    new BaggingClassifierConverter(),
                    new BaggingRegressorConverter(),
                    new StackingClassifierConverter(),
                    new StackingRegressorConverter(),
                    new AdaBoostClassifierConverter(),
                    new AdaBoostRegressorConverter());

    private EnsembleEstimators() {}
}
