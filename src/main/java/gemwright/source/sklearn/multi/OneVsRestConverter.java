package gemwright.source.sklearn.multi;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `OneVsRestClassifier`: one binary classifier a class, or a label.
final class OneVsRestConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.multiclass.OneVsRestClassifier");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("n_features_in_")
                ? Columns.of(fitted)
                : known.columns(fitted.children("estimators_").getFirst());
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Estimator binarizer = fitted.part("label_binarizer_");
        boolean several = binarizer.text("y_type_").startsWith("multilabel");
        Labels labels = binarizer.labels("classes_");
        List<Value> scores = new ArrayList<>();
        List<Value> probabilities = new ArrayList<>();
        double threshold = 0.5;
        boolean decides = true;
        List<Estimator> members = fitted.children("estimators_");
        for (Estimator member : members) {
            Classified answer = Binary.answer(member, x, g);
            scores.add(Binary.score(answer, member, g));
            if (scores.size() == 1) {
                threshold = Binary.threshold(member, answer);
            }
            decides = decides && answer.scores().isPresent();
            if (answer.probabilities().isPresent()) {
                probabilities.add(Binary.probability(answer, member, g));
            }
        }
        boolean likely = probabilities.size() == members.size();
        Value score = g.sideBySide(scores);
        Optional<Value> each = likely ? Optional.of(g.sideBySide(probabilities)) : Optional.empty();
        if (several) {
            Value holds = g.op("Greater", score, g.scalar("threshold", threshold, score));
            return List.of(
                    new Classified(
                            new Labels.Indicators(members.size()),
                            g.cast(holds, ElementType.INT64),
                            each,
                            Optional.of(score)));
        }
        Optional<Value> decision = decides ? Optional.of(score) : Optional.empty();
        if (members.size() == 1) {
            Value second = g.op("Greater", score, g.scalar("threshold", threshold, score));
            Value index = g.reshape(g.cast(second, ElementType.INT64), -1);
            return List.of(
                    new Classified(labels, index, each.map(p -> Scores.twoSided(p, g)), decision));
        }
        return List.of(
                new Classified(
                        labels,
                        highest(fitted, score, g),
                        each.map(p -> shares(fitted, p, g)),
                        decision));
    }

    /// Divided by their sum; where all are 0 they stay 0 since 1.7, and were NaN before.
    private static Value shares(Estimator fitted, Value each, EstimatorGraph g) {
        Value sum = g.reduce("ReduceSum", each, 1);
        if (fitted.version().before(1, 7)) {
            return g.op("Div", each, sum);
        }
        Value none = g.op("Equal", sum, g.scalar("zero", 0, sum));
        return g.op("Div", each, g.op("Where", none, g.scalar("one", 1, sum), sum));
    }

    /// Of equally high scores the first one wins since 1.8; before, unlike elsewhere, the last.
    private static Value highest(Estimator fitted, Value scores, EstimatorGraph g) {
        if (!fitted.version().before(1, 8)) {
            return g.argMax(scores);
        }
        return g.node("ArgMax")
                .inputs(scores)
                .attribute("axis", 1)
                .attribute("keepdims", 0)
                .attribute("select_last_index", 1)
                .output(ElementType.INT64);
    }
}
