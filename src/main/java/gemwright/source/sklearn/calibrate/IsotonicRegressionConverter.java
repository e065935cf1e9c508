package gemwright.source.sklearn.calibrate;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `IsotonicRegression`: a monotonic function of one column, linear between its thresholds.
final class IsotonicRegressionConverter
        implements EstimatorConverter.Regressor, EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.isotonic.IsotonicRegression");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) {
        return Columns.matrix(1);
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        if (x.width() != 1) {
            throw fitted.refuse("sklearn.width", 1, x.width());
        }
        return new Predicted(IsotonicFunction.at(fitted, x.doubles(g), g), 1);
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        return Features.of(predict(fitted, x, g).values(), 1);
    }
}
