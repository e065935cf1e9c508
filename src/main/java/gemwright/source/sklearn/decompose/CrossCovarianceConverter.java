package gemwright.source.sklearn.decompose;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.Set;

/// `PLSSVD`: standardised columns times the singular vectors of their covariance with the targets.
final class CrossCovarianceConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.cross_decomposition.PLSSVD");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix weights = fitted.matrix("x_weights_"); // [features, components]
        return Features.of(
                PartialLeastSquaresConverter.scores(fitted, weights, x, g), weights.columns());
    }
}
