package gemwright.source.sklearn.semisupervised;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that learn from rows of which only some have labels.
public final class SemiSupervisedEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL = List.of(new LabelPropagationConverter());

    private SemiSupervisedEstimators() {}
}
