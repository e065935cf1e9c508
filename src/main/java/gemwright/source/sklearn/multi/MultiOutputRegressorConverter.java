package gemwright.source.sklearn.multi;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `MultiOutputRegressor`: one regressor a target.
final class MultiOutputRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.multioutput.MultiOutputRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<Value> parts = new ArrayList<>();
        for (Estimator member : fitted.children("estimators_")) {
            parts.add(g.cast(g.predict(member, x).values(), ElementType.DOUBLE));
        }
        return new Predicted(g.sideBySide(parts), parts.size());
    }
}
