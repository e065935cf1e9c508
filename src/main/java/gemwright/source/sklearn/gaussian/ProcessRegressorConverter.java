package gemwright.source.sklearn.gaussian;

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

/// `GaussianProcessRegressor`: the mean of the posterior.
final class ProcessRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.gaussian_process.GaussianProcessRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix rows = fitted.matrix("X_train_");
        double[] all = fitted.doubles("alpha_");
        if (rows.rows() == 0
                || rows.columns() != x.width()
                || all.length == 0
                || all.length % rows.rows() != 0) {
            throw fitted.unreadable("alpha_");
        }
        int targets = all.length / rows.rows();
        double[] mean = fitted.doubles("_y_train_mean");
        double[] spread = fitted.has("_y_train_std") ? fitted.doubles("_y_train_std") : ones();
        if ((spread.length != 1 && spread.length != targets)
                || (mean.length != 1 && mean.length != targets)) {
            throw fitted.unreadable("_y_train_std");
        }
        // into the weights: ONNX Runtime makes a factor behind a product a float32 of its own
        for (int i = 0; i < all.length; i++) {
            all[i] *= spread[spread.length == 1 ? 0 : i % targets];
        }
        Value kernels = new Covariance(rows, x, g).between(fitted.part("kernel_"));
        Value weights = g.doubles("alpha", new Matrix(rows.rows(), targets, all));
        Value sums = g.op("MatMul", kernels, weights); // [N, targets]
        Value values = g.op("Add", sums, g.doubles("mean", mean)).as(ElementType.DOUBLE);
        return new Predicted(values, targets);
    }

    private static double[] ones() {
        return new double[] {1};
    }
}
