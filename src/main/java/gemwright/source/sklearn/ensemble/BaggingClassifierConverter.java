package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `BaggingClassifier`: the mean of its members' probabilities, or of their votes where they have
/// none; each member sees columns of its own.
final class BaggingClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.BaggingClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        List<Value> votes = new ArrayList<>();
        List<Value> decisions = new ArrayList<>();
        for (Bag bag : Bag.of(fitted)) {
            Features seen = x.select(bag.columns(), g);
            Classified answer = Members.single(fitted, bag.member(), seen, g);
            votes.add(Members.votes(fitted, answer, labels, true, g));
            if (answer.scores().isPresent() && answer.labels().size() == labels.size()) {
                decisions.add(g.cast(answer.scores().get(), ElementType.DOUBLE));
            }
        }
        Value shares = mean(votes, g);
        Optional<Value> decision =
                decisions.size() == votes.size()
                        ? Optional.of(mean(decisions, g))
                        : Optional.empty();
        return List.of(new Classified(labels, g.argMax(shares), Optional.of(shares), decision));
    }

    private static Value mean(List<Value> parts, EstimatorGraph g) {
        Value sum = Members.sum(parts, g);
        return g.op("Div", sum, g.scalar("members", parts.size(), sum));
    }
}
