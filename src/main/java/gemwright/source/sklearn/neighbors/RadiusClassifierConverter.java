package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Category;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Scores;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `RadiusNeighborsClassifier`: the classes of the training rows within a radius, counted or
/// weighed.
///
/// A row without any gets the class for outliers. Where there is none, scikit-learn raises an
/// error; here the probabilities of such a row are NaN.
final class RadiusClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.neighbors.RadiusNeighborsClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Value weights = Within.weights(fitted, x, g); // [N, rows]
        List<NeighborsClassifierConverter.Targets.Target> all =
                NeighborsClassifierConverter.Targets.of(fitted);
        List<Classified> targets = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Labels labels = all.get(i).labels();
            Value sums = g.op("MatMul", weights, g.doubles("classes", all.get(i).indicators()));
            Value total = g.reduce("ReduceSum", sums.as(ElementType.DOUBLE), 1); // [N, 1]
            Value shares = g.op("Div", sums, total);
            Optional<double[]> outlier = outlier(fitted, labels, i);
            if (outlier.isPresent()) {
                Value none = g.op("Equal", total, g.scalar("zero", 0, total));
                shares = g.op("Where", none, g.doubles("outlier", outlier.get()), shares);
            } else {
                g.note("sklearn.note.noNeighbor");
            }
            targets.add(Scores.mostProbable(labels, shares.as(ElementType.DOUBLE), g));
        }
        return targets;
    }

    /// The probabilities of a row without neighbours.
    private static Optional<double[]> outlier(Estimator fitted, Labels labels, int target)
            throws Problem {
        if (!fitted.has("outlier_label_")) {
            return Optional.empty();
        }
        List<Category> wanted =
                fitted.get("outlier_label_")
                        .flatMap(Values::categories)
                        .orElseThrow(() -> fitted.unreadable("outlier_label_"));
        if (target >= wanted.size()) {
            throw fitted.unreadable("outlier_label_");
        }
        double[] shares = new double[labels.size()];
        int place = place(labels, wanted.get(target));
        if (place < 0) {
            // a class of its own, which has no probability
            throw fitted.unsupported("outlier_label");
        }
        shares[place] = 1;
        return Optional.of(shares);
    }

    private static int place(Labels labels, Category wanted) {
        return switch (labels) {
            case Labels.Numbers(List<Long> numbers) ->
                    wanted instanceof Category.Numeric(double number)
                            ? numbers.indexOf((long) number)
                            : -1;
            case Labels.Texts(List<String> texts) ->
                    wanted instanceof Category.Text(String text) ? texts.indexOf(text) : -1;
            case Labels.Indicators _ -> -1;
        };
    }
}
