package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `StandardScaler`: `(x - mean) / scale`.
///
/// In double: a column far from zero would lose in the subtraction what float keeps.
final class StandardScalerConverter implements EstimatorConverter.Invertible {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.StandardScaler");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value scaled = x.doubles(g);
        if (fitted.flag("with_mean", true)) {
            scaled = g.op("Sub", scaled, g.doubles("mean", fitted.doubles("mean_"))); // [features]
        }
        if (fitted.flag("with_std", true)) {
            scaled = g.op("Div", scaled, g.doubles("scale", fitted.doubles("scale_")));
        }
        return Features.of(scaled, x.width());
    }

    @Override
    public Features inverse(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value value = x.doubles(g);
        if (fitted.flag("with_std", true)) {
            value = g.op("Mul", value, g.doubles("scale", fitted.doubles("scale_")));
        }
        if (fitted.flag("with_mean", true)) {
            value = g.op("Add", value, g.doubles("mean", fitted.doubles("mean_")));
        }
        return Features.of(value, x.width());
    }
}
