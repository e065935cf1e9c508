package gemwright.source.sklearn.multi;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Pairs;
import gemwright.source.sklearn.Scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `OneVsOneClassifier`: one binary classifier for each pair of classes; most votes win, and
/// confidences break ties.
final class OneVsOneConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.multiclass.OneVsOneClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        if (fitted.has("pairwise_indices_")) {
            throw fitted.unsupported("pairwise_indices_"); // precomputed kernels
        }
        Labels labels = fitted.labels("classes_");
        List<Value> confidences = new ArrayList<>();
        List<Value> choices = new ArrayList<>();
        double threshold = 0;
        for (Estimator member : fitted.children("estimators_")) {
            Classified answer = Binary.answer(member, x, g);
            threshold = confidences.isEmpty() ? Binary.threshold(member, answer) : threshold;
            confidences.add(Binary.score(answer, member, g));
            choices.add(g.cast(g.reshape(answer.index(), -1, 1), ElementType.DOUBLE));
        }
        if (confidences.size() != labels.size() * (labels.size() - 1) / 2) {
            throw fitted.unreadable("estimators_");
        }
        Value scores =
                Pairs.scores(g.sideBySide(choices), g.sideBySide(confidences), labels.size(), g);
        if (labels.size() == 2) {
            scores = g.columns(scores, 2, List.of(1));
            return List.of(two(fitted, labels, scores, threshold, g));
        }
        return List.of(
                new Classified(
                        labels,
                        Scores.index(scores, labels, g),
                        Optional.empty(),
                        Optional.of(scores)));
    }

    /// Two classes. What releases before 1.4 did where the one member has probabilities only is not
    /// the same in all of them.
    private static Classified two(
            Estimator fitted, Labels labels, Value scores, double threshold, EstimatorGraph g)
            throws Problem {
        if (threshold > 0 && fitted.version().before(1, 4)) {
            throw fitted.refuse("sklearn.noScores");
        }
        Value second = g.op("Greater", scores, g.scalar("threshold", threshold, scores));
        Value index = g.reshape(g.cast(second, ElementType.INT64), -1);
        return new Classified(labels, index, Optional.empty(), Optional.of(scores));
    }
}
