package gemwright.source.sklearn.linear;

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

/// `LogisticRegression`, with and without search: softmax over all classes, or one sigmoid a class.
///
/// Which of the two is chosen by `multi_class` up to 1.7 (absent since, `deprecated` or `warn` in
/// between) and by the solver.
final class LogisticRegressionConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of(
                "sklearn.linear_model.LogisticRegression",
                "sklearn.linear_model.LogisticRegressionCV");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        String way =
                fitted.choice(
                        "multi_class", "auto", "auto", "deprecated", "warn", "ovr", "multinomial");
        boolean open = way.equals("auto") || way.equals("deprecated");
        boolean each =
                open
                        ? labels.size() <= 2 || fitted.text("solver", "").equals("liblinear")
                        : !way.equals("multinomial");
        Value sums = Weights.sums(fitted, x, g);
        Value probabilities =
                each ? Scores.sigmoidEach(sums, labels, g) : Scores.softmax(sums, labels, g);
        return List.of(Scores.classified(labels, sums, probabilities, g));
    }
}
