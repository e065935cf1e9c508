package gemwright.source.sklearn.kernel;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.Set;

/// `KernelPCA`: centred kernels with the training rows, projected onto the eigenvectors.
final class KernelPcaConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.decomposition.KernelPCA");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix rows = fitted.matrix("X_fit_");
        // up to 1.1 the parameter itself, later what it stood for
        String gamma = fitted.has("gamma_") ? "gamma_" : "gamma";
        Value kernels = PairwiseKernel.of(fitted, gamma).between(fitted, "linear", x, rows, g);
        return CentredProjection.of(fitted, kernels, rows.rows(), g);
    }
}
