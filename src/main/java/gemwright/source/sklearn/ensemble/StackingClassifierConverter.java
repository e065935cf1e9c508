package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;

import java.util.List;
import java.util.Set;

/// `StackingClassifier`: a classifier over what the others say.
final class StackingClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.StackingClassifier");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("feature_names_in_")
                ? Columns.of(fitted)
                : known.columns(fitted.children("estimators_").getFirst());
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        Estimator last = fitted.child("final_estimator_", "final_estimator");
        Classified answer = Members.single(fitted, last, Stack.of(fitted, x, g), g);
        boolean known =
                answer.labels().equals(Labels.counted(labels.size()))
                        || answer.labels().equals(labels);
        if (!known) {
            throw fitted.unreadable("classes_");
        }
        return List.of(
                new Classified(labels, answer.index(), answer.probabilities(), answer.scores()));
    }
}
