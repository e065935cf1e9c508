package gemwright.source.sklearn.decompose;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.Set;

/// `FactorAnalysis` and `SparsePCA`: the projection is the solution of a small system of equations,
/// which is solved here once: with `C` the components, `[components, features]`,
///
/// - factors: `(I + C·Ψ⁻¹·Cᵀ)⁻¹ · C·Ψ⁻¹` (Barber, Bayesian Reasoning, 21.2.33)
/// - sparse components: ridge regression, `(C·Cᵀ + α·I)⁻¹ · C`
final class LatentConverter implements EstimatorConverter.Transformer {
    private static final String MODULE = "sklearn.decomposition.";

    @Override
    public Set<String> estimators() {
        return Set.of(
                MODULE + "FactorAnalysis", MODULE + "SparsePCA", MODULE + "MiniBatchSparsePCA");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix components = fitted.matrix("components_");
        boolean factors = fitted.name().equals("FactorAnalysis");
        double[] noise = factors ? fitted.doubles("noise_variance_") : new double[0];
        if (factors && noise.length != components.columns()) {
            throw fitted.unreadable("noise_variance_");
        }
        Matrix weighted = factors ? divided(components, noise) : components;
        double ridge = factors ? 1 : fitted.number("ridge_alpha", 0.01);
        Matrix system = products(weighted, components, ridge);
        Matrix projection =
                Cholesky.solve(system, weighted)
                        .orElseThrow(() -> fitted.unreadable("components_"));
        Value centred = g.op("Sub", x.doubles(g), g.doubles("mean", fitted.doubles("mean_")));
        Value projected = g.op("MatMul", centred, g.doubles("projection", projection.transposed()));
        return Features.of(projected, components.rows());
    }

    private static Matrix divided(Matrix components, double[] noise) {
        double[] numbers = components.numbers();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= noise[i % noise.length];
        }
        return new Matrix(components.rows(), components.columns(), numbers);
    }

    /// `a · bᵀ + ridge · I`
    private static Matrix products(Matrix a, Matrix b, double ridge) {
        int size = a.rows();
        double[] products = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = i == j ? ridge : 0;
                for (int k = 0; k < a.columns(); k++) {
                    sum += a.at(i, k) * b.at(j, k);
                }
                products[i * size + j] = sum;
            }
        }
        return new Matrix(size, size, products);
    }
}
