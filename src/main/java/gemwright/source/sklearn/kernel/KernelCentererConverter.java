package gemwright.source.sklearn.kernel;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `KernelCenterer`: kernels as if the rows behind them had a mean of zero.
final class KernelCentererConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.KernelCenterer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        return Features.of(centred(fitted, x.doubles(g), x.width(), g), x.width());
    }

    /// Kernels less their row's mean and the training's means of columns.
    ///
    /// @param kernels `[N, rows]`
    static Value centred(Estimator fitted, Value kernels, int rows, EstimatorGraph g)
            throws Problem {
        double[] columns = fitted.doubles("K_fit_rows_"); // [rows]
        if (columns.length != rows) {
            throw fitted.unreadable("K_fit_rows_");
        }
        double all = fitted.number("K_fit_all_");
        double[] shift = new double[rows];
        for (int i = 0; i < rows; i++) {
            shift[i] = columns[i] - all;
        }
        Value sum = g.reduce("ReduceSum", kernels, 1);
        Value mean = g.op("Div", sum, g.scalar("rows", rows, sum));
        Value less = g.op("Sub", kernels, g.doubles("shift", shift));
        return g.op("Sub", less, mean).as(ElementType.DOUBLE);
    }
}
