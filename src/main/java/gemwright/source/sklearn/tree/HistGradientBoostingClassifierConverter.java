package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Scores;

import java.util.List;
import java.util.Set;

/// `HistGradientBoostingClassifier`: the sum of the leaves, through a sigmoid or softmax.
final class HistGradientBoostingClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.HistGradientBoostingClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        fitted.choice(
                "loss",
                "log_loss",
                "log_loss",
                "auto", // up to 1.2
                "binary_crossentropy",
                "categorical_crossentropy");
        Labels labels = fitted.labels("classes_");
        Value scores = HistGradientBoosting.scores(fitted, x, g);
        boolean single = fitted.doubles("_baseline_prediction").length == 1;
        if (single != (labels.size() == 2)) {
            throw fitted.unreadable("_baseline_prediction");
        }
        Value probabilities =
                single
                        ? Scores.twoSided(g.op("Sigmoid", scores), g)
                        : Scores.softmax(scores, labels, g);
        return List.of(Scores.classified(labels, scores, probabilities, g));
    }
}
