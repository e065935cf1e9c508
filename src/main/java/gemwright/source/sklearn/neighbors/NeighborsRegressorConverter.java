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

/// `KNeighborsRegressor`: the mean of the nearest training rows' targets.
final class NeighborsRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.neighbors.KNeighborsRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix targets = targets(fitted);
        Nearest nearest = Nearest.of(fitted, x, fitted.integer("n_neighbors", 5), g);
        Value weights = nearest.weights(fitted, g); // [N, count]
        Value values = nearest.gathered(targets, g); // [N, count, targets]
        Value weighed = g.op("Mul", values, g.reshape(weights, 0, -1, 1));
        Value sums =
                g.node("ReduceSum")
                        .inputs(weighed, g.integers("axes", 1))
                        .attribute("keepdims", 0)
                        .output(ElementType.DOUBLE); // [N, targets]
        Value mean = g.op("Div", sums, g.reduce("ReduceSum", weights, 1));
        return new Predicted(mean.as(ElementType.DOUBLE), targets.columns());
    }

    /// The training rows' targets, `[rows, targets]`.
    static Matrix targets(Estimator fitted) throws Problem {
        int rows = Nearest.rows(fitted).rows();
        double[] all = fitted.doubles("_y");
        if (all.length == 0 || all.length % rows != 0) {
            throw fitted.unreadable("_y");
        }
        return new Matrix(rows, all.length / rows, all);
    }
}
