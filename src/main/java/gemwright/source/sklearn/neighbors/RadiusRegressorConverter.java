package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `RadiusNeighborsRegressor`: the mean of the targets of the training rows within a radius; NaN
/// where there is none.
final class RadiusRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.neighbors.RadiusNeighborsRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix targets = NeighborsRegressorConverter.targets(fitted);
        Value weights = Within.weights(fitted, x, g);
        Value sums = g.op("MatMul", weights, g.doubles("targets", targets)); // [N, targets]
        Value mean = g.op("Div", sums, g.reduce("ReduceSum", weights, 1));
        return new Predicted(mean.as(ElementType.DOUBLE), targets.columns());
    }
}
