package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `MinMaxScaler`: `x * scale + min`, held within the range where asked to (`clip`).
final class MinMaxScalerConverter implements EstimatorConverter.Invertible {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.MinMaxScaler");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value product =
                g.op(
                        "Mul",
                        x.doubles(g),
                        g.doubles("scale", fitted.doubles("scale_"))); // [features]
        Value scaled = g.op("Add", product, g.doubles("min", fitted.doubles("min_")));
        if (fitted.flag("clip", false)) {
            double[] range = fitted.doubles("feature_range"); // [low, high]
            scaled = g.clip(scaled, range[0], range[1]);
        }
        return Features.of(scaled, x.width());
    }

    @Override
    public Features inverse(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value difference = g.op("Sub", x.doubles(g), g.doubles("min", fitted.doubles("min_")));
        Value scale = g.doubles("scale", fitted.doubles("scale_"));
        return Features.of(g.op("Div", difference, scale), x.width());
    }
}
