package gemwright.source.sklearn.multi;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Distances;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `OutputCodeClassifier`: the class whose code is nearest to what the binary classifiers say.
final class OutputCodeConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.multiclass.OutputCodeClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        Matrix codes = fitted.matrix("code_book_"); // [classes, estimators]
        List<Value> scores = new ArrayList<>();
        for (Estimator member : fitted.children("estimators_")) {
            scores.add(Binary.score(Binary.answer(member, x, g), member, g));
        }
        if (codes.rows() != labels.size() || codes.columns() != scores.size()) {
            throw fitted.unreadable("code_book_");
        }
        Value distances = Distances.squared(g.sideBySide(scores), codes, g);
        Value index = Distances.nearest(distances, g);
        return List.of(new Classified(labels, index, Optional.empty(), Optional.empty()));
    }
}
