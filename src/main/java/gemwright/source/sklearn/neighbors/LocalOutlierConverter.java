package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Grouped;
import gemwright.source.sklearn.Matrix;

import java.util.Optional;
import java.util.Set;

/// `LocalOutlierFactor` for new rows: how dense a row's surroundings are beside those of its
/// nearest training rows (Breunig et al. 2000).
final class LocalOutlierConverter implements EstimatorConverter.Grouper {
    /// scikit-learn adds it so that duplicates do not divide by zero.
    private static final double LEAST = 1e-10;

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.neighbors.LocalOutlierFactor");
    }

    @Override
    public Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        if (!fitted.flag("novelty", false)) {
            throw fitted.refuse("sklearn.noNewRows");
        }
        int count = fitted.integer("n_neighbors_");
        Matrix reaches = fitted.matrix("_distances_fit_X_"); // [rows, count]
        double[] densities = fitted.doubles("_lrd"); // [rows]
        int rows = Nearest.rows(fitted).rows();
        if (reaches.rows() != rows || reaches.columns() < count || densities.length != rows) {
            throw fitted.unreadable("_lrd");
        }
        double[] farthest = new double[rows];
        for (int row = 0; row < rows; row++) {
            farthest[row] = reaches.at(row, count - 1);
        }
        Nearest nearest = Nearest.of(fitted, x, count, g);
        Value theirs = g.op("Gather", g.doubles("reach", farthest), nearest.places());
        Value reach = g.op("Max", nearest.distances(), theirs.as(ElementType.DOUBLE));
        Value mean = mean(reach.as(ElementType.DOUBLE), count, g);
        Value density =
                g.op(
                        "Div",
                        g.scalar("one", 1, mean),
                        g.op("Add", mean, g.scalar("least", LEAST, mean)));
        Value others = g.op("Gather", g.doubles("lrd", densities), nearest.places());
        Value ratios = g.op("Div", others.as(ElementType.DOUBLE), density);
        Value factor = g.op("Neg", mean(ratios.as(ElementType.DOUBLE), count, g));
        Value score = g.op("Sub", factor, g.scalar("offset", fitted.number("offset_"), factor));
        Value unusual = g.op("Less", score, g.scalar("zero", 0, score));
        Value label = g.op("Where", unusual, g.integer("unusual", -1), g.integer("usual", 1));
        return new Grouped(g.reshape(label.as(ElementType.INT64), -1), Optional.of(score), 1);
    }

    private static Value mean(Value value, int count, EstimatorGraph g) {
        Value sum = g.reduce("ReduceSum", value, 1); // [N, 1]
        return g.op("Div", sum, g.scalar("count", count, sum)).as(ElementType.DOUBLE);
    }
}
