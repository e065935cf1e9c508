package gemwright.source.sklearn.gaussian;

import gemwright.base.Problem;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `GaussianProcessClassifier`: what the process for two classes says, or those for one class
/// against the others.
final class ProcessClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.gaussian_process.GaussianProcessClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Classified inner =
                g.classifyExactly(fitted.child("base_estimator_", "base_estimator_"), x).getFirst();
        // the decisions of the inner one are no answer of this one
        return List.of(
                new Classified(
                        fitted.labels("classes_"),
                        inner.index(),
                        inner.probabilities(),
                        Optional.empty()));
    }
}
