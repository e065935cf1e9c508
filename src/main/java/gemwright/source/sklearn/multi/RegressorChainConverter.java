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

/// `RegressorChain`: one regressor a target, each also told what those before it predicted.
final class RegressorChainConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.multioutput.RegressorChain");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Chain chain = Chain.of(fitted);
        List<Value> numbers = new ArrayList<>();
        List<Features> seen = new ArrayList<>(List.of(x));
        for (Estimator member : chain.members()) {
            Value number =
                    g.cast(g.predict(member, Features.join(seen)).values(), ElementType.DOUBLE);
            numbers.add(number);
            seen.add(Features.of(number, 1));
        }
        int count = numbers.size();
        return new Predicted(g.columns(g.sideBySide(numbers), count, chain.back()), count);
    }
}
