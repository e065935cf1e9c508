package gemwright.source.sklearn.svm;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Support vector machines with kernels; the linear ones are among the linear estimators.
public final class SvmEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new SupportVectorClassifierConverter(),
                    new SupportVectorRegressorConverter(),
                    new OneClassSvmConverter());

    private SvmEstimators() {}
}
