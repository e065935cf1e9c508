package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `VotingRegressor`: the weighted mean of what its members predict.
final class VotingRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.VotingRegressor");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("feature_names_in_")
                ? Columns.of(fitted)
                : known.columns(fitted.children("estimators_").getFirst());
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<Estimator> members = fitted.children("estimators_");
        double[] weights = Weighting.of(fitted, members.size());
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Value number = g.cast(g.predict(members.get(i), x).values(), ElementType.DOUBLE);
            parts.add(g.op("Mul", number, g.scalar("weight", weights[i], number)));
        }
        return new Predicted(Members.sum(parts, g), 1);
    }
}
