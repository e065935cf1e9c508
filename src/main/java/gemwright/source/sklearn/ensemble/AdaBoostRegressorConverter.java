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
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// `AdaBoostRegressor`: the weighted median of what its members predict.
final class AdaBoostRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.AdaBoostRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<Value> parts = new ArrayList<>();
        for (Estimator member : fitted.children("estimators_")) {
            parts.add(g.cast(g.predict(member, x).values(), ElementType.DOUBLE));
        }
        double[] weights = Arrays.copyOf(fitted.doubles("estimator_weights_"), parts.size());
        List<Value> sorted =
                g.node("TopK")
                        .inputs(g.sideBySide(parts), g.integers("members", parts.size()))
                        .attribute("axis", 1)
                        .attribute("largest", 0)
                        .outputs(2);
        Value order = g.op("Gather", g.doubles("weights", weights), sorted.getLast());
        Value sums = g.op("CumSum", order, g.integer("axis", 1)); // [N, members]
        double half = Arrays.stream(weights).sum() / 2;
        Value reached = g.op("GreaterOrEqual", sums, g.scalar("half", half, sums));
        Value median = g.argMax(g.cast(reached, ElementType.INT32));
        Value place = g.reshape(median, -1, 1);
        Value chosen =
                g.node("GatherElements")
                        .inputs(sorted.getFirst(), place)
                        .attribute("axis", 1)
                        .output(ElementType.DOUBLE);
        return new Predicted(chosen, 1);
    }
}
