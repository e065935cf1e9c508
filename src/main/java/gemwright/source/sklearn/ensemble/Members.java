package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;

import java.util.List;
import java.util.stream.IntStream;

/// The estimators that an ensemble asks, and their answers on a common set of classes.
final class Members {
    private Members() {}

    /// What a classifier says of each class of the ensemble, `[N, classes]` of doubles: its
    /// probabilities, or 1 for the class that it chooses.
    ///
    /// @param labels classes of the ensemble; a member was fitted on these, or on their places
    static Value votes(
            Estimator owner, Classified member, Labels labels, boolean soft, EstimatorGraph g)
            throws Problem {
        Value votes =
                soft && member.probabilities().isPresent()
                        ? g.cast(member.probabilities().get(), ElementType.DOUBLE)
                        : chosen(member, g);
        int[] places = places(owner, member.labels(), labels);
        boolean same =
                places.length == labels.size()
                        && IntStream.range(0, places.length).allMatch(i -> places[i] == i);
        if (same) {
            return votes;
        }
        double[] spread = new double[places.length * labels.size()];
        for (int i = 0; i < places.length; i++) {
            spread[i * labels.size() + places[i]] = 1;
        }
        Matrix matrix = new Matrix(places.length, labels.size(), spread);
        return g.op("MatMul", votes, g.doubles("spread", matrix));
    }

    /// 1 for the chosen class, 0 for the others.
    static Value chosen(Classified member, EstimatorGraph g) {
        Value one =
                g.op(
                        "OneHot",
                        member.index(),
                        g.integer("classes", member.labels().size()),
                        g.constant("off_on", ElementType.FLOAT, new double[] {0, 1}));
        return g.cast(one, ElementType.DOUBLE);
    }

    private static int[] places(Estimator owner, Labels member, Labels labels) throws Problem {
        int[] places = new int[member.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(member, i, labels);
            if (places[i] < 0 || places[i] >= labels.size()) {
                throw owner.unreadable("classes_");
            }
        }
        return places;
    }

    /// Members of most ensembles know classes by their places: 0, 1, 2 …
    private static int place(Labels member, int index, Labels labels) {
        return switch (member) {
            case Labels.Numbers(var values)
                    when labels instanceof Labels.Numbers(var all)
                            && all.contains(values.get(index)) ->
                    all.indexOf(values.get(index));
            case Labels.Numbers(var values) -> (int) (long) values.get(index);
            case Labels.Texts(var values) when labels instanceof Labels.Texts(var all) ->
                    all.indexOf(values.get(index));
            case Labels.Texts _ -> -1;
            case Labels.Indicators _ -> -1;
        };
    }

    /// The sum of tensors of one shape.
    static Value sum(List<Value> parts, EstimatorGraph g) {
        return parts.size() == 1
                ? parts.getFirst()
                : g.op("Sum", parts.toArray(Value[]::new)).as(parts.getFirst().type());
    }

    /// The answer of one classifier with one target.
    static Classified single(Estimator owner, Estimator member, Features x, EstimatorGraph g)
            throws Problem {
        List<Classified> answers = g.classify(member, x);
        if (answers.size() != 1 || answers.getFirst().labels() instanceof Labels.Indicators) {
            throw owner.refuse("sklearn.multilabel");
        }
        return answers.getFirst();
    }
}
