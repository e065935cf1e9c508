package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.List;

/// The nearest training rows of each row.
///
/// Of equally near ones the first counts. scikit-learn's trees take the one that they come by
/// first, which depends on how the tree was grown.
///
/// @param places of the training rows, int64 `[N, count]`, the nearest first
/// @param distances to them, `[N, count]`
record Nearest(Value places, Value distances) {
    /// The nearest ones.
    static Nearest of(Estimator fitted, Features x, int count, EstimatorGraph g) throws Problem {
        Matrix rows = rows(fitted);
        if (count < 1 || count > rows.rows()) {
            throw fitted.unsupported("n_neighbors");
        }
        Metric metric = Metric.of(fitted);
        return of(metric.order(x.doubles(g), rows, g), metric, count, g);
    }

    /// The nearest ones by what orders them.
    static Nearest of(Value order, Metric metric, int count, EstimatorGraph g) {
        List<Value> found =
                g.node("TopK")
                        .inputs(order, g.integer("neighbors", count))
                        .attribute("axis", 1)
                        .attribute("largest", 0)
                        .outputs(2);
        Value distances = metric.distance(found.getFirst().as(ElementType.DOUBLE), g);
        return new Nearest(found.getLast().as(ElementType.INT64), distances.as(ElementType.DOUBLE));
    }

    /// The training rows.
    static Matrix rows(Estimator fitted) throws Problem {
        Matrix rows = fitted.matrix("_fit_X");
        if (rows.rows() == 0 || rows.columns() == 0) {
            throw fitted.unreadable("_fit_X");
        }
        return rows;
    }

    /// The rows of a table at the places, `[N, count, width]`.
    Value gathered(Matrix table, EstimatorGraph g) {
        return g.op("Gather", g.doubles("table", table), places).as(ElementType.DOUBLE);
    }

    /// How much each counts, `[N, count]`.
    Value weights(Estimator fitted, EstimatorGraph g) throws Problem {
        Value one = g.scalar("one", 1, distances);
        return fitted.choice("weights", "uniform", "uniform", "distance").equals("uniform")
                ? g.op("Div", g.op("Add", distances, one), g.op("Add", distances, one))
                : inverse(distances, g);
    }

    /// One through the distance; where some are at no distance at all, those alone count.
    static Value inverse(Value distances, EstimatorGraph g) {
        Value zero = g.scalar("zero", 0, distances);
        Value same = g.op("Equal", distances, zero);
        Value sames = g.cast(same.as(ElementType.BOOL), ElementType.DOUBLE);
        Value any = g.op("Greater", g.reduce("ReduceMax", sames, 1), zero);
        Value one = g.scalar("one", 1, distances);
        return g.op("Where", any, sames, g.op("Div", one, distances)).as(ElementType.DOUBLE);
    }
}
