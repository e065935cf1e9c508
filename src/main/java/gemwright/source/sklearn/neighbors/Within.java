package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

/// How much each training row within a radius counts.
final class Within {
    private Within() {}

    /// `[N, rows]`; 0 for those outside.
    static Value weights(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Metric metric = Metric.of(fitted);
        Value order = metric.order(x.doubles(g), Nearest.rows(fitted), g);
        double radius = metric.order(fitted.number("radius", 1));
        Value inside = g.op("LessOrEqual", order, g.scalar("radius", radius, order));
        if (fitted.choice("weights", "uniform", "uniform", "distance").equals("uniform")) {
            return g.cast(inside.as(ElementType.BOOL), ElementType.DOUBLE);
        }
        Value weights = Nearest.inverse(metric.distance(order, g).as(ElementType.DOUBLE), g);
        return g.op("Where", inside, weights, g.scalar("zero", 0, weights)).as(ElementType.DOUBLE);
    }
}
