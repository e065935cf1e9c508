package gemwright.source.sklearn.decompose;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// Partial least squares: columns are standardised and rotated, which is what `transform` gives;
/// the targets' loadings make predictions of that.
///
/// `coef_`, which holds both in one, was transposed in 1.3 and scaled in 1.5; what it is made of
/// has always been the same.
final class PartialLeastSquaresConverter
        implements EstimatorConverter.Regressor, EstimatorConverter.Transformer {
    private static final String MODULE = "sklearn.cross_decomposition.";

    @Override
    public Set<String> estimators() {
        return Set.of(MODULE + "PLSRegression", MODULE + "PLSCanonical", MODULE + "CCA");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix rotations = fitted.matrix("x_rotations_"); // [features, components]
        return Features.of(scores(fitted, rotations, x, g), rotations.columns());
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value scores = scores(fitted, fitted.matrix("x_rotations_"), x, g);
        Matrix loadings = fitted.matrix("y_loadings_"); // [targets, components]
        Value standard = g.op("MatMul", scores, g.doubles("loadings", loadings.transposed()));
        Value scaled = g.op("Mul", standard, g.doubles("std", fitted.doubles("_y_std")));
        Value targets = g.op("Add", scaled, g.doubles("mean", fitted.doubles("_y_mean")));
        return new Predicted(targets, loadings.rows());
    }

    /// Standardised columns times a matrix.
    static Value scores(Estimator fitted, Matrix rotations, Features x, EstimatorGraph g)
            throws Problem {
        Value centred = g.op("Sub", x.doubles(g), g.doubles("mean", fitted.doubles("_x_mean")));
        Value scaled = g.op("Div", centred, g.doubles("std", fitted.doubles("_x_std")));
        return g.op("MatMul", scaled, g.doubles("rotations", rotations));
    }
}
