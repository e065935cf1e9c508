package gemwright.source.sklearn.neural;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `MLPRegressor`.
final class PerceptronRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.neural_network.MLPRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        fitted.choice("out_activation_", "identity", "identity");
        return new Predicted(Layers.sums(fitted, x, g), fitted.integer("n_outputs_"));
    }
}
