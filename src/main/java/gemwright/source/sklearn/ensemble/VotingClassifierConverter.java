package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `VotingClassifier`: the most votes, or the highest mean probability.
final class VotingClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.VotingClassifier");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("feature_names_in_")
                ? Columns.of(fitted)
                : known.columns(fitted.children("estimators_").getFirst());
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        boolean soft = fitted.choice("voting", "hard", "hard", "soft").equals("soft");
        Labels labels = fitted.labels("classes_");
        List<Estimator> members = fitted.children("estimators_");
        double[] weights = Weighting.of(fitted, members.size());
        List<Value> votes = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Classified answer = Members.single(fitted, members.get(i), x, g);
            if (soft && answer.probabilities().isEmpty()) {
                throw members.get(i).refuse("sklearn.noProbabilities");
            }
            Value vote = Members.votes(fitted, answer, labels, soft, g);
            votes.add(g.op("Mul", vote, g.scalar("weight", weights[i], vote)));
        }
        Value sums = Members.sum(votes, g);
        Optional<Value> probabilities = soft ? Optional.of(sums) : Optional.empty();
        return List.of(new Classified(labels, g.argMax(sums), probabilities, Optional.empty()));
    }
}
