package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `Binarizer`: 1 above the threshold, 0 up to it.
final class BinarizerConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.Binarizer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value value = x.doubles(g);
        Value threshold = g.scalar("threshold", fitted.number("threshold", 0), value);
        Value above = g.op("Greater", value, threshold);
        return Features.of(g.cast(above, ElementType.FLOAT), x.width());
    }
}
