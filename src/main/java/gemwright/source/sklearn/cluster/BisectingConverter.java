package gemwright.source.sklearn.cluster;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Distances;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Grouped;
import gemwright.source.sklearn.Matrix;

import java.util.Optional;
import java.util.Set;

/// `BisectingKMeans`: from the root of a tree on, the nearer of two centers.
final class BisectingConverter
        implements EstimatorConverter.Grouper, EstimatorConverter.Transformer {
    private static final int DEEPEST = 1_000;

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.cluster.BisectingKMeans");
    }

    @Override
    public Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix centers = fitted.matrix("cluster_centers_");
        double[] mean = fitted.has("_X_mean") ? fitted.doubles("_X_mean") : new double[x.width()];
        if (mean.length != x.width()) {
            throw fitted.unreadable("_X_mean");
        }
        Value label = label(fitted.part("_bisecting_tree"), mean, x, 0, g);
        Value squared = Distances.squared(x.doubles(g), centers, g);
        return new Grouped(
                g.reshape(label, -1), Optional.of(g.op("Sqrt", squared)), centers.rows());
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix centers = fitted.matrix("cluster_centers_");
        Value squared = Distances.squared(x.doubles(g), centers, g);
        return Features.of(g.op("Sqrt", squared), centers.rows());
    }

    /// `[N, 1]`, or a single number for a leaf.
    private static Value label(
            Estimator node, double[] mean, Features x, int depth, EstimatorGraph g) throws Problem {
        if (!node.has("left") || !node.has("right")) {
            return g.integer("cluster", node.integer("label"));
        }
        if (depth > DEEPEST) {
            throw node.unreadable("left");
        }
        Estimator left = node.part("left");
        Estimator right = node.part("right");
        double[] one = left.doubles("center");
        double[] other = right.doubles("center");
        if (one.length != mean.length || other.length != mean.length) {
            throw node.unreadable("center");
        }
        double[] both = new double[2 * mean.length];
        for (int i = 0; i < mean.length; i++) {
            both[i] = one[i] + mean[i];
            both[mean.length + i] = other[i] + mean[i];
        }
        Value squared =
                Distances.squared(x.doubles(g), new Matrix(2, mean.length, both), g); // [N, 2]
        Value nearest = g.reshape(Distances.nearest(squared, g), -1, 1);
        Value second = g.cast(nearest, ElementType.BOOL);
        return g.op(
                        "Where",
                        second,
                        label(right, mean, x, depth + 1, g),
                        label(left, mean, x, depth + 1, g))
                .as(ElementType.INT64);
    }
}
