package gemwright.source.sklearn.covariance;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Grouped;
import gemwright.source.sklearn.Matrix;

import java.util.Optional;
import java.util.Set;

/// `EllipticEnvelope`: how far a row is from the centre, in units of the robust covariance.
final class EllipticEnvelopeConverter implements EstimatorConverter.Grouper {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.covariance.EllipticEnvelope");
    }

    @Override
    public Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        if (!fitted.has("precision_")) {
            throw fitted.unsupported("store_precision");
        }
        Matrix precision = fitted.matrix("precision_");
        double[] location = fitted.doubles("location_");
        int width = x.width();
        if (location.length != width || precision.rows() != width || precision.columns() != width) {
            throw fitted.unreadable("precision_");
        }
        Value difference = g.op("Sub", x.doubles(g), g.doubles("location", location));
        Value turned = g.op("MatMul", difference, g.doubles("precision", precision));
        Value products = g.op("Mul", turned, difference).as(ElementType.DOUBLE);
        Value distance = g.reduce("ReduceSum", products, 1); // squared, [N, 1]
        Value negative = g.op("Neg", distance);
        Value score =
                g.op("Sub", negative, g.scalar("offset", fitted.number("offset_"), negative))
                        .as(ElementType.DOUBLE);
        Value usual = g.op("GreaterOrEqual", score, g.scalar("zero", 0, score));
        Value label = g.op("Where", usual, g.integer("usual", 1), g.integer("unusual", -1));
        return new Grouped(g.reshape(label.as(ElementType.INT64), -1), Optional.of(score), 1);
    }
}
