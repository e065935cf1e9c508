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

/// `RBFSampler` and `SkewedChi2Sampler`: cosines of random projections, of the columns or of their
/// logarithms.
final class RandomWavesConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of(
                "sklearn.kernel_approximation.RBFSampler",
                "sklearn.kernel_approximation.SkewedChi2Sampler");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix weights = fitted.matrix("random_weights_"); // [features, components]
        double[] offsets = fitted.doubles("random_offset_");
        if (weights.rows() != x.width() || offsets.length != weights.columns()) {
            throw fitted.unreadable("random_weights_");
        }
        Value columns = x.doubles(g);
        if (fitted.name().equals("SkewedChi2Sampler")) {
            double skew = fitted.number("skewedness", 1);
            columns = g.op("Log", g.op("Add", columns, g.scalar("skew", skew, columns)));
        }
        Value projected = g.op("MatMul", columns, g.doubles("weights", weights));
        Value angle = g.op("Add", projected, g.doubles("offset", offsets));
        Value cosine = Waves.cosine(angle.as(ElementType.DOUBLE), g);
        double factor = Math.sqrt(2.0 / weights.columns());
        return Features.of(
                g.op("Mul", cosine, g.scalar("factor", factor, cosine)).as(ElementType.DOUBLE),
                weights.columns());
    }
}
