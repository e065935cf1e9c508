package gemwright.source.sklearn.cluster;

import gemwright.base.Problem;
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

/// Clusterers that choose the nearest of fixed centers: `KMeans` and its kin.
final class CentersConverter implements EstimatorConverter.Grouper, EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.cluster.KMeans", "sklearn.cluster.MiniBatchKMeans");
    }

    @Override
    public Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix centers = fitted.matrix("cluster_centers_");
        Value squared = Distances.squared(x.doubles(g), centers, g);
        return new Grouped(
                Distances.nearest(squared, g), Optional.of(g.op("Sqrt", squared)), centers.rows());
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix centers = fitted.matrix("cluster_centers_");
        Value squared = Distances.squared(x.doubles(g), centers, g);
        return Features.of(g.op("Sqrt", squared), centers.rows());
    }
}
