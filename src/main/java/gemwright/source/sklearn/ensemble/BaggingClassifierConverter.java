package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Scores;

import java.util.ArrayList;
import java.util.List;
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
        for (Bag bag : Bag.of(fitted)) {
            Features seen = x.select(bag.columns(), g);
            Classified answer = Members.single(fitted, bag.member(), seen, g);
            votes.add(Members.votes(fitted, answer, labels, true, g));
        }
        Value sum = Members.sum(votes, g);
        Value mean = g.op("Div", sum, g.scalar("members", votes.size(), sum));
        return List.of(Scores.mostProbable(labels, mean, g));
    }
}
