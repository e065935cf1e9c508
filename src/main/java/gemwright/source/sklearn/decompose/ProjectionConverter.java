package gemwright.source.sklearn.decompose;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.Arrays;
import java.util.Set;

/// Projections: `(x - mean) · componentsᵀ`, for whitened ones divided by the spread.
final class ProjectionConverter implements EstimatorConverter.Transformer {
    private static final double SMALLEST_SCALE = Math.ulp(1.0);

    @Override
    public Set<String> estimators() {
        return Set.of(
                "sklearn.decomposition.FastICA",
                "sklearn.decomposition.IncrementalPCA",
                "sklearn.decomposition.PCA",
                "sklearn.decomposition.TruncatedSVD",
                "sklearn.neighbors.NeighborhoodComponentsAnalysis",
                "sklearn.random_projection.GaussianRandomProjection",
                "sklearn.random_projection.SparseRandomProjection");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix components = fitted.matrix("components_"); // [components, features]
        Value centred = x.doubles(g);
        if (fitted.has("mean_")) {
            centred = g.op("Sub", centred, g.doubles("mean", fitted.doubles("mean_")));
        }
        Value projected = g.op("MatMul", centred, g.doubles("components", components.transposed()));
        boolean principal = fitted.name().endsWith("PCA");
        if (principal && fitted.flag("whiten", false)) {
            double[] scale =
                    Arrays.stream(fitted.doubles("explained_variance_"))
                            .map(variance -> Math.max(Math.sqrt(variance), SMALLEST_SCALE))
                            .toArray();
            projected = g.op("Div", projected, g.doubles("scale", scale)); // [components]
        }
        return Features.of(projected, components.rows());
    }
}
