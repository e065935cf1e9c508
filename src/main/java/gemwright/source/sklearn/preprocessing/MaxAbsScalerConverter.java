package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `MaxAbsScaler`: `x / scale`, held within -1 and 1 where asked to (`clip`, since 1.8).
final class MaxAbsScalerConverter implements EstimatorConverter.Invertible {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.MaxAbsScaler");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value scaled =
                g.op(
                        "Div",
                        x.doubles(g),
                        g.doubles("scale", fitted.doubles("scale_"))); // [features]
        if (fitted.flag("clip", false)) {
            scaled = g.clip(scaled, -1, 1);
        }
        return Features.of(scaled, x.width());
    }

    @Override
    public Features inverse(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value scale = g.doubles("scale", fitted.doubles("scale_"));
        return Features.of(g.op("Mul", x.doubles(g), scale), x.width());
    }
}
