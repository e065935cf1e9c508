package gemwright.source.sklearn.multi;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that split a task over several others.
public final class MultiEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new OneVsRestConverter(),
                    new OneVsOneConverter(),
                    new MultiOutputClassifierConverter(),
                    new MultiOutputRegressorConverter(),
                    new ClassifierChainConverter(),
                    new RegressorChainConverter(),
                    new OutputCodeConverter());

    private MultiEstimators() {}
}
