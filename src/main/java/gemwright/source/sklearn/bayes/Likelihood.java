package gemwright.source.sklearn.bayes;

import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Labels;

import java.util.List;
import java.util.Optional;

/// From joint log-likelihoods to classes and probabilities.
final class Likelihood {
    private Likelihood() {}

    /// Softmax over the classes, which is the joint likelihood divided by its sum.
    static List<Classified> classified(Labels labels, Value joint, EstimatorGraph g) {
        Value probabilities = g.node("Softmax").inputs(joint).attribute("axis", 1).output();
        return List.of(
                new Classified(
                        labels, g.argMax(joint), Optional.of(probabilities), Optional.empty()));
    }
}
