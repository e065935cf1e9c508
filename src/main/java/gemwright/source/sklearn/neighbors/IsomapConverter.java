package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.kernel.CentredProjection;

import java.util.Set;

/// `Isomap` for new rows: their way to each training row leads over one of their nearest
/// (Tenenbaum, de Silva, Langford 2000); kernel PCA places them by its length.
final class IsomapConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.manifold.Isomap");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Estimator index = fitted.part("nbrs_");
        int rows = Nearest.rows(index).rows();
        Matrix ways = fitted.matrix("dist_matrix_"); // [rows, rows]
        if (ways.rows() != rows || ways.columns() != rows) {
            throw fitted.unreadable("dist_matrix_");
        }
        if (fitted.get("n_neighbors").isEmpty()) {
            throw fitted.unsupported("n_neighbors"); // by radius: all training rows for each
        }
        int count = fitted.integer("n_neighbors");
        Nearest nearest = Nearest.of(index, x, count, g);
        Value first = g.reshape(nearest.distances(), -1, count, 1);
        Value over = g.op("Add", nearest.gathered(ways, g), first).as(ElementType.DOUBLE);
        Value shortest = g.reshape(g.reduce("ReduceMin", over, 1), -1, rows);
        Value square = g.op("Mul", shortest, shortest);
        Value kernels = g.op("Mul", square, g.scalar("half", -0.5, square));
        return CentredProjection.of(
                fitted.part("kernel_pca_"), kernels.as(ElementType.DOUBLE), rows, g);
    }
}
