package gemwright.source.sklearn.neural;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.Set;

/// `BernoulliRBM`: how likely each hidden unit is, `sigmoid(x · componentsᵀ + intercept)`.
final class BoltzmannMachineConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.neural_network.BernoulliRBM");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix components = fitted.matrix("components_"); // [components, features]
        Value product =
                g.op("MatMul", x.doubles(g), g.doubles("components", components.transposed()));
        double[] intercept = fitted.doubles("intercept_hidden_");
        Value sum = g.op("Add", product, g.doubles("intercept", intercept));
        return Features.of(g.op("Sigmoid", sum), components.rows());
    }
}
