package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `BaggingRegressor`: the mean of what its members predict; each sees columns of its own.
final class BaggingRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.BaggingRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<Value> parts = new ArrayList<>();
        int targets = 1;
        for (Bag bag : Bag.of(fitted)) {
            Predicted predicted = g.predict(bag.member(), x.select(bag.columns(), g));
            parts.add(g.cast(predicted.values(), ElementType.DOUBLE));
            targets = predicted.targets();
        }
        Value sum = Members.sum(parts, g);
        return new Predicted(g.op("Div", sum, g.scalar("members", parts.size(), sum)), targets);
    }
}
