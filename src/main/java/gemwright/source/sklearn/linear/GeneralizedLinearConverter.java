package gemwright.source.sklearn.linear;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// Generalized linear models: the weighted sum through the inverse of the link.
final class GeneralizedLinearConverter implements EstimatorConverter.Regressor {
    private static final String TWEEDIE = "sklearn.linear_model.TweedieRegressor";

    @Override
    public Set<String> estimators() {
        return Set.of(
                "sklearn.linear_model.PoissonRegressor",
                "sklearn.linear_model.GammaRegressor",
                TWEEDIE);
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("n_features_in_") // since 1.0
                ? Columns.of(fitted)
                : Columns.matrix(fitted.matrix("coef_").columns());
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value sums = Weights.sums(fitted, x, g);
        return new Predicted(logarithmic(fitted) ? g.op("Exp", sums) : sums, 1);
    }

    /// The link of a Tweedie model is the logarithm for positive powers unless it is named.
    private static boolean logarithmic(Estimator fitted) throws Problem {
        if (!fitted.type().equals(TWEEDIE)) {
            return true;
        }
        String link = fitted.choice("link", "auto", "auto", "identity", "log");
        return link.equals("auto") ? fitted.number("power", 0) > 0 : link.equals("log");
    }
}
