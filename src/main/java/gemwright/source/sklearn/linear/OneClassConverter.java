package gemwright.source.sklearn.linear;

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

/// `SGDOneClassSVM`: a row is usual (1) where its weighted sum reaches the offset, else not (-1).
final class OneClassConverter implements EstimatorConverter.Grouper {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.linear_model.SGDOneClassSVM");
    }

    @Override
    public Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix weights = Matrix.column(fitted.doubles("coef_")); // [features, 1]
        Value sum = g.op("MatMul", x.doubles(g), g.doubles("coef", weights));
        Value score = g.op("Sub", sum, g.scalar("offset", fitted.number("offset_"), sum));
        Value usual = g.op("GreaterOrEqual", score, g.scalar("zero", 0, score));
        Value label = g.op("Where", usual, g.integer("usual", 1), g.integer("unusual", -1));
        return new Grouped(g.reshape(label.as(ElementType.INT64), -1), Optional.of(score), 1);
    }
}
