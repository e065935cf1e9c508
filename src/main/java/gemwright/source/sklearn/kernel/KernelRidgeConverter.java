package gemwright.source.sklearn.kernel;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `KernelRidge`: kernels with the training rows, weighted.
final class KernelRidgeConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.kernel_ridge.KernelRidge");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix rows = fitted.matrix("X_fit_");
        double[] all = fitted.doubles("dual_coef_"); // [rows] or [rows, targets]
        if (rows.rows() == 0 || all.length == 0 || all.length % rows.rows() != 0) {
            throw fitted.unreadable("dual_coef_");
        }
        Matrix weights = new Matrix(rows.rows(), all.length / rows.rows(), all);
        Value kernels = PairwiseKernel.of(fitted, "gamma").between(fitted, "linear", x, rows, g);
        Value sums = g.op("MatMul", kernels, g.doubles("dual_coef", weights));
        return new Predicted(sums.as(ElementType.DOUBLE), weights.columns());
    }
}
