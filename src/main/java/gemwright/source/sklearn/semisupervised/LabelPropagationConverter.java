package gemwright.source.sklearn.semisupervised;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Distances;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Scores;

import java.util.List;
import java.util.Set;

/// `LabelPropagation` and `LabelSpreading`: the label distributions of the training rows, weighted
/// by a Gaussian kernel of their distance, or those of the nearest ones.
final class LabelPropagationConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of(
                "sklearn.semi_supervised.LabelPropagation",
                "sklearn.semi_supervised.LabelSpreading");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        Matrix rows = fitted.matrix("X_"); // [rows, features]
        Matrix distributions = fitted.matrix("label_distributions_"); // [rows, classes]
        if (rows.rows() != distributions.rows() || distributions.columns() != labels.size()) {
            throw fitted.unreadable("label_distributions_");
        }
        Value distances = Distances.squared(x.doubles(g), rows, g); // [N, rows]
        Value each = g.doubles("distributions", distributions);
        Value sums =
                fitted.choice("kernel", "rbf", "rbf", "knn").equals("rbf")
                        ? g.op("MatMul", gaussian(fitted, distances, g), each)
                        : nearest(fitted, distances, each, rows.rows(), g);
        Value shares = g.op("Div", sums, g.reduce("ReduceSum", sums, 1));
        return List.of(Scores.mostProbable(labels, shares, g));
    }

    private static Value gaussian(Estimator fitted, Value distances, EstimatorGraph g)
            throws Problem {
        Value gamma = g.scalar("gamma", -fitted.number("gamma", 20), distances);
        return g.op("Exp", g.op("Mul", distances, gamma));
    }

    /// The sum over the nearest rows.
    private static Value nearest(
            Estimator fitted, Value distances, Value each, int rows, EstimatorGraph g)
            throws Problem {
        int count = fitted.integer("n_neighbors", 7);
        if (count < 1 || count > rows) {
            throw fitted.unsupported("n_neighbors");
        }
        Value places =
                g.node("TopK")
                        .inputs(distances, g.integer("neighbors", count))
                        .attribute("axis", 1)
                        .attribute("largest", 0)
                        .outputs(2)
                        .getLast()
                        .as(ElementType.INT64); // [N, neighbors]
        Value chosen = g.op("Gather", each, places).as(ElementType.DOUBLE);
        return g.node("ReduceSum")
                .inputs(chosen, g.integers("axes", 1))
                .attribute("keepdims", 0)
                .output(ElementType.DOUBLE); // [N, classes]
    }
}
