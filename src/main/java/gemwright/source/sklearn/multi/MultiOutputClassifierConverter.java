package gemwright.source.sklearn.multi;

import gemwright.base.Problem;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `MultiOutputClassifier`: one classifier a target.
final class MultiOutputClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.multioutput.MultiOutputClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        List<Classified> answers = new ArrayList<>();
        for (Estimator member : fitted.children("estimators_")) {
            answers.addAll(g.classify(member, x));
        }
        return answers;
    }
}
