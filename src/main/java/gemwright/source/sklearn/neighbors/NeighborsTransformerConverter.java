package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.Set;

/// `KNeighborsTransformer` and `RadiusNeighborsTransformer`: a column for each training row, with
/// its distance (or 1) where it is near, and 0 elsewhere.
final class NeighborsTransformerConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of(
                "sklearn.neighbors.KNeighborsTransformer",
                "sklearn.neighbors.RadiusNeighborsTransformer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        boolean distances =
                fitted.choice("mode", "distance", "distance", "connectivity").equals("distance");
        Matrix rows = Nearest.rows(fitted);
        Metric metric = Metric.of(fitted);
        Value order = metric.order(x.doubles(g), rows, g);
        Value zero = g.scalar("zero", 0, order);
        Value near =
                fitted.name().startsWith("Radius")
                        ? within(fitted, metric, order, g)
                        : nearest(fitted, metric, order, rows.rows(), distances, g);
        Value shown =
                distances ? metric.distance(order, g) : g.op("Add", zero, g.scalar("one", 1, zero));
        Value columns = g.op("Where", near, shown, zero).as(ElementType.DOUBLE);
        return Features.of(columns, rows.rows());
    }

    private static Value within(Estimator fitted, Metric metric, Value order, EstimatorGraph g)
            throws Problem {
        double radius = metric.order(fitted.number("radius", 1));
        return g.op("LessOrEqual", order, g.scalar("radius", radius, order));
    }

    /// With distances, one more: a training row finds itself first.
    private static Value nearest(
            Estimator fitted,
            Metric metric,
            Value order,
            int rows,
            boolean distances,
            EstimatorGraph g)
            throws Problem {
        int count = fitted.integer("n_neighbors", 5) + (distances ? 1 : 0);
        if (count < 1 || count > rows) {
            throw fitted.unsupported("n_neighbors");
        }
        Nearest nearest = Nearest.of(order, metric, count, g);
        Value none = g.op("Sub", order, order);
        Value ones =
                g.op(
                        "Add",
                        g.op("Sub", nearest.distances(), nearest.distances()),
                        g.scalar("one", 1, order));
        Value marked =
                g.node("ScatterElements")
                        .inputs(none, nearest.places(), ones)
                        .attribute("axis", 1)
                        .output(ElementType.DOUBLE);
        return g.op("Greater", marked, g.scalar("zero", 0, marked));
    }
}
