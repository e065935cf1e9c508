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
import java.util.Optional;
import java.util.Set;

/// Linear classifiers without probabilities, and `SGDClassifier`, which has them for some losses.
final class LinearClassifierConverter implements EstimatorConverter.Classifier {
    private static final String SGD = "sklearn.linear_model.SGDClassifier";

    @Override
    public Set<String> estimators() {
        return Set.of(
                SGD,
                "sklearn.linear_model.PassiveAggressiveClassifier",
                "sklearn.linear_model.Perceptron",
                "sklearn.linear_model.RidgeClassifier",
                "sklearn.linear_model.RidgeClassifierCV",
                "sklearn.svm.LinearSVC");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = labels(fitted);
        Value sums = Weights.sums(fitted, x, g);
        String loss = fitted.type().equals(SGD) ? fitted.text("loss", "hinge") : "";
        Optional<Value> probabilities =
                switch (loss) {
                    case "log", "log_loss" -> Optional.of(Scores.sigmoidEach(sums, labels, g));
                    case "modified_huber" -> Optional.of(modifiedHuber(sums, labels, g));
                    default -> Optional.empty();
                };
        return List.of(
                new Classified(
                        labels, Scores.index(sums, labels, g), probabilities, Optional.of(sums)));
    }

    /// Up to 1.6 a ridge classifier keeps its classes in its label binarizer.
    private static Labels labels(Estimator fitted) throws Problem {
        if (!fitted.has("_label_binarizer")) {
            return fitted.labels("classes_");
        }
        Estimator binarizer = fitted.part("_label_binarizer");
        if (binarizer.text("y_type_").startsWith("multilabel")) {
            throw fitted.refuse("sklearn.multilabel");
        }
        return binarizer.labels("classes_");
    }

    /// `(clip(score, -1, 1) + 1) / 2`, over the classes divided by its sum; where all are 0 the
    /// classes are equally likely.
    private static Value modifiedHuber(Value sums, Labels labels, EstimatorGraph g) {
        Value one = g.scalar("one", 1, sums);
        Value shifted = g.op("Add", g.clip(sums, -1, 1), one);
        Value half = g.op("Div", shifted, g.scalar("two", 2, sums));
        if (labels.size() == 2) {
            return Scores.twoSided(half, g);
        }
        Value total = g.reduce("ReduceSum", half, 1);
        Value none = g.op("Equal", total, g.scalar("zero", 0, total));
        Value share = g.scalar("share", 1.0 / labels.size(), sums);
        return g.op("Where", none, share, g.op("Div", half, g.op("Where", none, one, total)));
    }
}
