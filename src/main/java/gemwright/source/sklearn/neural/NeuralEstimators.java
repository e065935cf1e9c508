package gemwright.source.sklearn.neural;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Neural networks.
public final class NeuralEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new PerceptronClassifierConverter(),
                    new PerceptronRegressorConverter(),
                    new BoltzmannMachineConverter());

    private NeuralEstimators() {}
}
