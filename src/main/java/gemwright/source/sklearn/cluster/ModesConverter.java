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

/// Clusterers that choose the nearest of fixed centers and say no more: `MeanShift`,
/// `AffinityPropagation`.
final class ModesConverter implements EstimatorConverter.Grouper {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.cluster.MeanShift", "sklearn.cluster.AffinityPropagation");
    }

    @Override
    public Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix centers = fitted.matrix("cluster_centers_");
        if (centers.rows() == 0) {
            throw fitted.unreadable("cluster_centers_");
        }
        Value squared = Distances.squared(x.doubles(g), centers, g);
        return new Grouped(Distances.nearest(squared, g), Optional.empty(), 0);
    }
}
