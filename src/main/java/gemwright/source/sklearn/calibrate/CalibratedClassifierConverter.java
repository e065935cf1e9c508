package gemwright.source.sklearn.calibrate;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `CalibratedClassifierCV`: the mean of what several calibrated classifiers say.
final class CalibratedClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.calibration.CalibratedClassifierCV");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("n_features_in_")
                ? Columns.of(fitted)
                : known.columns(classifier(fitted.children("calibrated_classifiers_").getFirst()));
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        List<Value> parts = new ArrayList<>();
        for (Estimator calibrated : fitted.children("calibrated_classifiers_")) {
            parts.add(probabilities(calibrated, labels, x, g));
        }
        if (parts.isEmpty()) {
            throw fitted.unreadable("calibrated_classifiers_");
        }
        Value sum = parts.getFirst();
        for (Value part : parts.subList(1, parts.size())) {
            sum = g.op("Add", sum, part);
        }
        Value mean = g.op("Div", sum, g.scalar("parts", parts.size(), sum));
        return List.of(Scores.mostProbable(labels, mean, g));
    }

    /// `base_estimator` up to 1.1.
    private static Estimator classifier(Estimator calibrated) throws Problem {
        String place = calibrated.has("estimator") ? "estimator" : "base_estimator";
        return calibrated.child(place, place);
    }

    private static Value probabilities(
            Estimator calibrated, Labels labels, Features x, EstimatorGraph g) throws Problem {
        Estimator classifier = classifier(calibrated);
        String method =
                calibrated.choice("method", "sigmoid", "sigmoid", "isotonic", "temperature");
        // isotonic functions can be steep
        List<Classified> answers =
                method.equals("isotonic")
                        ? g.classifyExactly(classifier, x)
                        : g.classify(classifier, x);
        Classified answer = answers.getFirst();
        if (answers.size() != 1 || answer.labels() instanceof Labels.Indicators) {
            throw calibrated.refuse("sklearn.multilabel");
        }
        List<Estimator> calibrators = calibrated.children("calibrators");
        if (method.equals("temperature")) {
            return Temperature.probabilities(calibrators.getFirst(), answer, classifier, g);
        }
        Value scores = scores(answer, classifier, g);
        if (labels.size() == 2) {
            return Scores.twoSided(Calibrator.at(calibrators.getFirst(), scores, g), g);
        }
        return shares(each(calibrated, calibrators, answer.labels(), labels, scores, g), labels, g);
    }

    /// The decision function, or the probabilities; for two classes one column.
    private static Value scores(Classified answer, Estimator classifier, EstimatorGraph g)
            throws Problem {
        if (answer.scores().isPresent()) {
            return g.cast(answer.scores().get(), ElementType.DOUBLE);
        }
        Value all =
                answer.probabilities()
                        .orElseThrow(() -> classifier.refuse("sklearn.noProbabilities"));
        boolean two = answer.labels().size() == 2;
        return g.cast(two ? g.columns(all, 2, List.of(1)) : all, ElementType.DOUBLE);
    }

    /// Each calibrator's probability in the column of its class; 0 for a class that this part of
    /// the training rows did not have.
    private static Value each(
            Estimator calibrated,
            List<Estimator> calibrators,
            Labels member,
            Labels labels,
            Value scores,
            EstimatorGraph g)
            throws Problem {
        List<Object> all = values(labels);
        List<Object> own = values(member);
        if (own.size() != calibrators.size() || !all.containsAll(own) || own.size() < 3) {
            throw calibrated.unreadable("calibrators");
        }
        List<Value> columns = new ArrayList<>();
        for (Object label : all) {
            int place = own.indexOf(label);
            Value score = g.columns(scores, own.size(), List.of(Math.max(place, 0)));
            columns.add(
                    place < 0
                            ? g.op("Where", g.op("IsNaN", score), score, g.scalar("0", 0, score))
                            : Calibrator.at(calibrators.get(place), score, g));
        }
        return g.sideBySide(columns);
    }

    private static List<Object> values(Labels labels) {
        return switch (labels) {
            case Labels.Numbers(var numbers) -> List.copyOf(numbers);
            case Labels.Texts(var texts) -> List.copyOf(texts);
            case Labels.Indicators _ -> List.of();
        };
    }

    /// Divided by their sum; where all are 0 the classes are equally likely.
    private static Value shares(Value each, Labels labels, EstimatorGraph g) {
        Value sum = g.reduce("ReduceSum", each, 1);
        Value none = g.op("Equal", sum, g.scalar("zero", 0, sum));
        Value share = g.scalar("share", 1.0 / labels.size(), each);
        Value safe = g.op("Where", none, g.scalar("one", 1, sum), sum);
        return g.op("Where", none, share, g.op("Div", each, safe));
    }
}
