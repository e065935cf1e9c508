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

/// `Birch`: the cluster of the nearest subcluster.
final class BirchConverter implements EstimatorConverter.Grouper, EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.cluster.Birch");
    }

    @Override
    public Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix centers = centers(fitted);
        long[] labels = fitted.integers("subcluster_labels_");
        if (labels.length != centers.rows()) {
            throw fitted.unreadable("subcluster_labels_");
        }
        Value squared = Distances.squared(x.doubles(g), centers, g);
        Value nearest = Distances.nearest(squared, g);
        Value label = g.op("Gather", g.integers("labels", labels), nearest);
        return new Grouped(
                label.as(ElementType.INT64), Optional.of(g.op("Sqrt", squared)), centers.rows());
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix centers = centers(fitted);
        Value squared = Distances.squared(x.doubles(g), centers, g);
        return Features.of(g.op("Sqrt", squared), centers.rows());
    }

    private static Matrix centers(Estimator fitted) throws Problem {
        Matrix centers = fitted.matrix("subcluster_centers_");
        if (centers.rows() == 0) {
            throw fitted.unreadable("subcluster_centers_");
        }
        return centers;
    }
}
