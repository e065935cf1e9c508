package gemwright.source.sklearn;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;

import java.util.Optional;

/// From scores to classes and probabilities, as scikit-learn's classifiers do it.
///
/// Scores are `[N, classes]`, or `[N, 1]` for two classes: positive means the second one.
public final class Scores {
    private Scores() {}

    /// The place of the chosen class: the largest score, or the second of two where the one score
    /// is positive.
    public static Value index(Value scores, Labels labels, EstimatorGraph g) {
        if (labels.size() != 2) {
            return g.argMax(scores);
        }
        Value positive = g.op("Greater", scores, g.scalar("zero", 0, scores));
        return g.reshape(g.cast(positive, ElementType.INT64), -1);
    }

    /// A classifier that chooses by its scores.
    public static Classified classified(
            Labels labels, Value scores, Value probabilities, EstimatorGraph g) {
        return new Classified(
                labels, index(scores, labels, g), Optional.of(probabilities), Optional.of(scores));
    }

    /// A classifier that chooses the most probable class.
    public static Classified mostProbable(Labels labels, Value probabilities, EstimatorGraph g) {
        return new Classified(
                labels, g.argMax(probabilities), Optional.of(probabilities), Optional.empty());
    }

    /// A sigmoid of each score; for more than two classes divided by their sum.
    public static Value sigmoidEach(Value scores, Labels labels, EstimatorGraph g) {
        if (labels.size() == 2) {
            return twoSided(g.op("Sigmoid", scores), g);
        }
        // not Sigmoid: ONNX Runtime rounds tiny ones to 0, and here their ratios count
        Value one = g.scalar("one", 1, scores);
        Value odds = g.op("Exp", g.op("Neg", scores));
        Value each = g.op("Div", one, g.op("Add", one, odds));
        return g.op("Div", each, g.reduce("ReduceSum", each, 1));
    }

    /// Softmax over the scores; one score stands for its negative and itself.
    public static Value softmax(Value scores, Labels labels, EstimatorGraph g) {
        Value all =
                labels.size() == 2
                        ? g.sideBySide(java.util.List.of(g.op("Neg", scores), scores))
                        : scores;
        return g.node("Softmax").inputs(all).attribute("axis", 1).output();
    }

    /// The probabilities of both classes from that of the second one, `[N, 1]`.
    public static Value twoSided(Value second, EstimatorGraph g) {
        Value first = g.op("Sub", g.scalar("one", 1, second), second);
        return g.sideBySide(java.util.List.of(first, second));
    }
}
