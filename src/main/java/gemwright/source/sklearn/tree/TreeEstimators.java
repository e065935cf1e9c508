package gemwright.source.sklearn.tree;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Decision trees, alone and many together.
public final class TreeEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new TreeClassifierConverter(),
                    new TreeRegressorConverter(),
                    new GradientBoostingClassifierConverter(),
                    new GradientBoostingRegressorConverter(),
                    new HistGradientBoostingClassifierConverter(),
                    new HistGradientBoostingRegressorConverter(),
                    new TreeEmbeddingConverter(),
                    new IsolationForestConverter());

    private TreeEstimators() {}
}
