package gemwright.source.sklearn.search;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that stand for the one they found.
public final class SearchEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL = List.of(new WrapperConverter());

    private SearchEstimators() {}
}
