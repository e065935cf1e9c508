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
import gemwright.source.sklearn.Scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `AdaBoostClassifier`: weighted votes (SAMME), or sums of log-probabilities (SAMME.R, up to 1.5).
final class AdaBoostClassifierConverter implements EstimatorConverter.Classifier {
    /// The second number of the release from which votes are symmetric.
    private static final int SYMMETRIC = 3;

    private static final double EPSILON = Math.ulp(1.0);

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.AdaBoostClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        int count = labels.size();
        boolean real =
                fitted.choice("algorithm", "SAMME", "SAMME", "SAMME.R", "deprecated")
                        .equals("SAMME.R");
        List<Estimator> members = fitted.children("estimators_");
        double[] weights = fitted.doubles("estimator_weights_");
        if (count < 2 || members.isEmpty() || weights.length < members.size()) {
            throw fitted.unreadable("estimator_weights_");
        }
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Classified answer = Members.single(fitted, members.get(i), x, g);
            parts.add(
                    real
                            ? logs(members.get(i), answer, count, g)
                            : vote(fitted, answer, labels, weights[i], g));
        }
        Value sum = Members.sum(parts, g);
        double total = java.util.Arrays.stream(weights).sum();
        Value scores = g.op("Div", sum, g.scalar("weights", total, sum)); // [N, classes]
        Value decided = count == 2 ? difference(scores, g) : scores;
        return List.of(Scores.classified(labels, decided, probabilities(decided, labels, g), g));
    }

    private static Value difference(Value scores, EstimatorGraph g) {
        return g.op("Sub", g.columns(scores, 2, List.of(1)), g.columns(scores, 2, List.of(0)));
    }

    /// Zhu et al. (2009), algorithm 4, step 2(c).
    private static Value logs(Estimator member, Classified answer, int count, EstimatorGraph g)
            throws Problem {
        if (answer.labels().size() != count) {
            throw member.unreadable("classes_");
        }
        Value probabilities =
                answer.probabilities().orElseThrow(() -> member.refuse("sklearn.noProbabilities"));
        Value wide = g.cast(probabilities, ElementType.DOUBLE);
        Value logs = g.op("Log", g.op("Max", wide, g.scalar("epsilon", EPSILON, wide)));
        Value centred = g.op("Sub", logs, g.reduce("ReduceMean", logs, 1));
        return g.op("Mul", centred, g.scalar("others", count - 1, centred));
    }

    /// The weight for the chosen class; since 1.3 the others lose as much together.
    private static Value vote(
            Estimator fitted, Classified answer, Labels labels, double weight, EstimatorGraph g)
            throws Problem {
        Value chosen = Members.votes(fitted, answer, labels, false, g);
        double other = fitted.version().before(1, SYMMETRIC) ? 0 : -weight / (labels.size() - 1);
        Value scaled = g.op("Mul", chosen, g.scalar("weight", weight - other, chosen));
        return g.op("Add", scaled, g.scalar("other", other, scaled));
    }

    /// Softmax of half the score and its negative, or of scores divided by the other classes.
    private static Value probabilities(Value scores, Labels labels, EstimatorGraph g) {
        double divisor = labels.size() == 2 ? 2 : labels.size() - 1;
        return Scores.softmax(g.op("Div", scores, g.scalar("divisor", divisor, scores)), labels, g);
    }
}
