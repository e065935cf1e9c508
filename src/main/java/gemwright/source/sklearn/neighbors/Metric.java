package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleDict;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Distances;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Kernel;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Values;

import java.util.List;

/// Distances between rows and training rows, `[N, rows]` in double.
///
/// Columns are added up one after the other, as scikit-learn's trees do it: equal rows are exactly
/// 0 apart, and equally near ones are found equally near. Very wide rows are taken in one product.
///
/// @param power of Minkowski's metric: 1, 2 or another; infinity for the largest difference
/// @param cosine one less the cosine of the angle instead
record Metric(double power, boolean cosine) {
    /// The metric that an estimator was fitted with.
    static Metric of(Estimator fitted) throws Problem {
        String name =
                fitted.has("effective_metric_")
                        ? fitted.text("effective_metric_")
                        : fitted.text("metric", "minkowski");
        return switch (name) {
            case "euclidean", "l2" -> new Metric(2, false);
            case "manhattan", "cityblock", "l1" -> new Metric(1, false);
            case "chebyshev", "infinity" -> new Metric(Double.POSITIVE_INFINITY, false);
            case "minkowski", "p" -> new Metric(power(fitted), false);
            case "cosine" -> new Metric(2, true);
            default -> throw fitted.unsupported("metric");
        };
    }

    /// Minkowski's metric with weights for the columns is another one.
    private static double power(Estimator fitted) throws Problem {
        double power = fitted.number("p", 2);
        for (PickleDict.Entry entry : fitted.entries("effective_metric_params_", List.of())) {
            String name = entry.key().asText().orElse("");
            if (name.equals("p")) {
                power =
                        Values.numbers(entry.value())
                                .filter(numbers -> numbers.length == 1)
                                .orElseThrow(() -> fitted.unreadable("effective_metric_params_"))[
                                0];
            } else if (!entry.value().isNone()) {
                throw fitted.unsupported("effective_metric_params_");
            }
        }
        if (!(power >= 1)) {
            throw fitted.unsupported("p");
        }
        return power;
    }

    /// What orders rows as distances do, without the root.
    Value order(Value x, Matrix points, EstimatorGraph g) {
        if (cosine) {
            return cosines(x, points, g);
        }
        if (power == 2) {
            return Distances.summed(x, points, g);
        }
        Value sum = term(x, points, 0, g);
        for (int column = 1; column < points.columns(); column++) {
            Value term = term(x, points, column, g);
            sum = g.op(Double.isInfinite(power) ? "Max" : "Add", sum, term);
        }
        return sum;
    }

    /// A distance from what [#order] gave.
    Value distance(Value order, EstimatorGraph g) {
        if (cosine || power == 1 || Double.isInfinite(power)) {
            return order;
        }
        return power == 2
                ? g.op("Sqrt", order)
                : g.op("Pow", order, g.scalar("root", 1 / power, order));
    }

    /// What [#order] gives for points at that distance.
    double order(double distance) {
        return cosine || power == 1 || Double.isInfinite(power)
                ? distance
                : power == 2 ? distance * distance : Math.pow(distance, power);
    }

    private Value term(Value x, Matrix points, int column, EstimatorGraph g) {
        double[] others = new double[points.rows()];
        for (int row = 0; row < others.length; row++) {
            others[row] = points.at(row, column);
        }
        Value own = g.columns(x, points.columns(), List.of(column)); // [N, 1]
        Value difference = g.op("Sub", own, g.doubles("column", others)); // [N, rows]
        Value size = g.op("Abs", difference);
        return power == 1 || Double.isInfinite(power)
                ? size
                : g.op("Pow", size, g.scalar("power", power, size));
    }

    /// `1 - x·p / |x||p|`, between 0 and 2.
    private static Value cosines(Value x, Matrix points, EstimatorGraph g) {
        Value cosines = Kernel.cosine(x, points, g);
        return g.clip(g.op("Sub", g.scalar("one", 1, cosines), cosines), 0, 2);
    }
}
