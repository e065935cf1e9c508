package gemwright.source.sklearn.calibrate;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Category;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Values;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `FixedThresholdClassifier` and `TunedThresholdClassifierCV`: another threshold decides between
/// two classes; probabilities and scores stay those of the classifier inside.
final class ThresholdClassifierConverter implements EstimatorConverter.Classifier {
    private static final String MODULE = "sklearn.model_selection.";

    @Override
    public Set<String> estimators() {
        return Set.of(MODULE + "FixedThresholdClassifier", MODULE + "TunedThresholdClassifierCV");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("n_features_in_") ? Columns.of(fitted) : known.columns(inner(fitted));
    }

    private static Estimator inner(Estimator fitted) throws Problem {
        String place = fitted.has("estimator_") ? "estimator_" : "estimator"; // fitted before
        return fitted.child(place, "estimator");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Classified answer = g.classify(inner(fitted), x).getFirst();
        if (answer.labels().size() != 2 || answer.labels() instanceof Labels.Indicators) {
            throw fitted.refuse("sklearn.multilabel");
        }
        String method =
                fitted.choice(
                        "response_method", "auto", "auto", "predict_proba", "decision_function");
        boolean likely =
                method.equals("predict_proba")
                        || (method.equals("auto") && answer.probabilities().isPresent());
        int positive = positive(fitted, answer.labels());
        Value score =
                likely
                        ? probability(fitted, answer, positive, g)
                        : decision(fitted, answer, positive, g);
        Value threshold = g.scalar("threshold", threshold(fitted, likely), score);
        Value reached = g.op("GreaterOrEqual", score, threshold);
        Value chosen = positive == 1 ? reached : g.op("Not", reached);
        Value index = g.reshape(g.cast(chosen, ElementType.INT64), -1);
        return List.of(
                new Classified(answer.labels(), index, answer.probabilities(), answer.scores()));
    }

    private static double threshold(Estimator fitted, boolean likely) throws Problem {
        if (fitted.name().startsWith("Tuned")) {
            return fitted.number("best_threshold_");
        }
        boolean isText = fitted.get("threshold").flatMap(v -> v.asText()).isPresent();
        if (isText || !fitted.has("threshold")) {
            fitted.choice("threshold", "auto", "auto");
            return likely ? 0.5 : 0;
        }
        return fitted.number("threshold");
    }

    /// The place of the class that the score speaks for: `pos_label`, or the second one.
    private static int positive(Estimator fitted, Labels labels) throws Problem {
        if (!fitted.has("pos_label")) {
            return 1;
        }
        Optional<Category> label = fitted.get("pos_label").flatMap(Values::category);
        for (int i = 0; i < 2; i++) {
            Category category =
                    switch (labels) {
                        case Labels.Texts(var texts) -> new Category.Text(texts.get(i));
                        case Labels.Numbers(var numbers) -> new Category.Numeric(numbers.get(i));
                        case Labels.Indicators _ -> new Category.Missing();
                    };
            if (label.equals(Optional.of(category))) {
                return i;
            }
        }
        throw fitted.unsupported("pos_label");
    }

    private static Value probability(
            Estimator fitted, Classified answer, int positive, EstimatorGraph g) throws Problem {
        Value all =
                answer.probabilities().orElseThrow(() -> fitted.refuse("sklearn.noProbabilities"));
        return g.cast(g.columns(all, 2, List.of(positive)), ElementType.DOUBLE);
    }

    private static Value decision(
            Estimator fitted, Classified answer, int positive, EstimatorGraph g) throws Problem {
        Value score = answer.scores().orElseThrow(() -> fitted.refuse("sklearn.noScores"));
        Value second = g.cast(score, ElementType.DOUBLE);
        return positive == 1 ? second : g.op("Neg", second);
    }
}
