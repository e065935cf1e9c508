package gemwright.source.sklearn.bayes;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Naive Bayes classifiers.
public final class BayesEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new GaussianBayesConverter(),
                    new CountingBayesConverter(),
                    new CategoricalBayesConverter());

    private BayesEstimators() {}
}
