package gemwright.source.sklearn.neural;

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

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `MLPClassifier`: softmax over the classes, or a sigmoid for two classes and for several labels.
final class PerceptronClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.neural_network.MLPClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        String last = fitted.choice("out_activation_", "softmax", "softmax", "logistic");
        Labels labels = fitted.labels("classes_");
        Value sums = Layers.sums(fitted, x, g);
        if (last.equals("softmax")) {
            return List.of(Scores.mostProbable(labels, Scores.softmax(sums, labels, g), g));
        }
        if (fitted.integer("n_outputs_") > 1) {
            return List.of(indicators(fitted.integer("n_outputs_"), sums, g));
        }
        Value probabilities = Scores.twoSided(g.op("Sigmoid", sums), g);
        return List.of(Scores.mostProbable(labels, probabilities, g));
    }

    /// Several labels: each holds where its probability is above a half.
    private static Classified indicators(int count, Value sums, EstimatorGraph g) {
        Value holds = g.op("Greater", sums, g.scalar("zero", 0, sums));
        return new Classified(
                new Labels.Indicators(count),
                g.cast(holds, ElementType.INT64),
                Optional.of(g.op("Sigmoid", sums)),
                Optional.empty());
    }
}
