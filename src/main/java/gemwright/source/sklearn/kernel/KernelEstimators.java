package gemwright.source.sklearn.kernel;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that see rows through kernels, or approximate them.
public final class KernelEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new KernelRidgeConverter(),
                    new KernelPcaConverter(),
                    new KernelCentererConverter(),
                    new NystroemConverter(),
                    new RandomWavesConverter(),
                    new AdditiveChiSquareConverter(),
                    new CountSketchConverter());

    private KernelEstimators() {}
}
