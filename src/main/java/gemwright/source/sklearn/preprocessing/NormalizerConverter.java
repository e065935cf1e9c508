package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `Normalizer`: each row divided by its norm; rows of norm 0 stay.
final class NormalizerConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.Normalizer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        String norm = fitted.choice("norm", "l2", "l1", "l2", "max");
        Value value = x.doubles(g);
        Value length =
                switch (norm) {
                    case "l1" -> g.reduce("ReduceL1", value, 1);
                    case "l2" -> g.reduce("ReduceL2", value, 1);
                    default -> g.reduce("ReduceMax", g.op("Abs", value), 1);
                };
        Value none = g.op("Equal", length, g.scalar("zero", 0, length));
        Value divisor = g.op("Where", none, g.scalar("one", 1, length), length);
        return Features.of(g.op("Div", value, divisor), x.width());
    }
}
