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

/// `GradientBoostingClassifier`: log-odds of a start, and the leaves of all stages times the
/// learning rate.
final class GradientBoostingClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.GradientBoostingClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        String loss = fitted.choice("loss", "log_loss", "log_loss", "deviance", "exponential");
        boolean exponential = loss.equals("exponential");
        Labels labels = fitted.labels("classes_");
        GradientBoosting boosting = GradientBoosting.of(fitted);
        if (boosting.targets() != (labels.size() == 2 ? 1 : labels.size())) {
            throw fitted.unreadable("estimators_");
        }
        Value scores = scores(fitted, boosting, exponential, x, g);
        // the exponential loss stands for half the log-odds
        Value odds = exponential ? g.op("Add", scores, scores) : scores;
        Value probabilities =
                labels.size() == 2
                        ? Scores.twoSided(g.op("Sigmoid", odds), g)
                        : Scores.softmax(odds, labels, g);
        return List.of(Scores.classified(labels, scores, probabilities, g));
    }

    private static Value scores(
            Estimator fitted,
            GradientBoosting boosting,
            boolean exponential,
            Features x,
            EstimatorGraph g)
            throws Problem {
        if (boosting.startsFromZero()) {
            return boosting.scores(x, new double[boosting.targets()], g);
        }
        Estimator start = boosting.start();
        boolean centred = !fitted.version().before(1, 4); // MultinomialLogit, since 1.4
        if (start.type().equals("sklearn.dummy.DummyClassifier")
                && start.text("strategy").equals("prior")) {
            double[] prior = start.doubles("class_prior_");
            return boosting.scores(x, Start.of(prior, exponential, centred, epsilon(fitted)), g);
        }
        Features rounded = Features.of(Inputs.rounded(x, g), x.width());
        Value probabilities =
                g.classify(start, rounded)
                        .getFirst()
                        .probabilities()
                        .orElseThrow(() -> start.refuse("sklearn.noProbabilities"));
        Value odds =
                Start.of(
                        probabilities,
                        boosting.targets(),
                        exponential,
                        centred,
                        epsilon(fitted),
                        g);
        return boosting.scores(x, odds, g);
    }

    /// Probabilities of the start are kept that far from 0 and 1: float32's epsilon, since 1.8 that
    /// of float64.
    private static double epsilon(Estimator fitted) {
        return fitted.version().before(1, 8) ? Math.ulp(1.0f) : Math.ulp(1.0);
    }
}
