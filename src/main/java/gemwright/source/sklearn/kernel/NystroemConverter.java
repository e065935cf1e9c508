package gemwright.source.sklearn.kernel;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.Set;

/// `Nystroem`: kernels with some of the training rows, turned so that their products approximate
/// the kernel.
final class NystroemConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.kernel_approximation.Nystroem");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix rows = fitted.matrix("components_");
        Matrix turn = fitted.matrix("normalization_"); // [rows, rows]
        if (turn.columns() != rows.rows()) {
            throw fitted.unreadable("normalization_");
        }
        Value kernels = PairwiseKernel.of(fitted, "gamma").between(fitted, "rbf", x, rows, g);
        Value turned = g.op("MatMul", kernels, g.doubles("normalization", turn.transposed()));
        return Features.of(turned.as(ElementType.DOUBLE), turn.rows());
    }
}
