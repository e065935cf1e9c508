package gemwright.source.sklearn.svm;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Pairs;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `SVC` and `NuSVC`: a decision between each pair of classes; most votes win, the first of equal
/// ones (`svm_predict_values`).
final class SupportVectorClassifierConverter implements EstimatorConverter.Classifier {
    /// The body of the coupling has some nodes for each class.
    private static final int MOST_COUPLED = 100;

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.svm.SVC", "sklearn.svm.NuSVC");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        Value decisions = decisions(fitted, labels.size(), x, g); // [N, pairs]
        Optional<Value> probabilities = probabilities(fitted, labels.size(), decisions, g);
        Value negative = g.op("Neg", decisions);
        Value zero = g.scalar("zero", 0, decisions);
        if (labels.size() == 2) {
            // positive means the first class, and 0 the second
            Value second = g.op("LessOrEqual", decisions, zero);
            Value index = g.reshape(g.cast(second, ElementType.INT64), -1);
            return List.of(new Classified(labels, index, probabilities, Optional.of(negative)));
        }
        boolean perClass =
                fitted.choice("decision_function_shape", "ovr", "ovr", "ovo").equals("ovr");
        Value choices = g.cast(g.op("Less", decisions, zero), ElementType.DOUBLE);
        Value scores = perClass ? Pairs.scores(choices, negative, labels.size(), g) : decisions;
        boolean byScore = perClass && fitted.flag("break_ties", false);
        Value index = g.argMax(byScore ? scores : votes(decisions, labels.size(), g));
        // of four classes on, pairs are more than classes, and no column of ours would fit
        boolean fits = perClass || labels.size() == 3;
        return List.of(
                new Classified(
                        labels,
                        index,
                        probabilities,
                        fits ? Optional.of(scores) : Optional.empty()));
    }

    /// Between class i and each later class j: positive for i. Of the weights of a vector, those
    /// against the other classes stand one below the other, its own class left out.
    private static Value decisions(Estimator fitted, int classes, Features x, EstimatorGraph g)
            throws Problem {
        long[] counts = fitted.integers("_n_support");
        Matrix weights = fitted.matrix("_dual_coef_"); // [classes - 1, vectors]
        double[] intercepts = fitted.doubles("_intercept_");
        int pairs = classes * (classes - 1) / 2;
        long vectors = 0;
        for (long count : counts) {
            vectors += count < 0 ? Integer.MAX_VALUE : count;
        }
        if (counts.length != classes || vectors != weights.columns()) {
            throw fitted.unreadable("_n_support");
        }
        if (weights.rows() != classes - 1 || intercepts.length != pairs) {
            throw fitted.unreadable("_dual_coef_");
        }
        Matrix columns = perPair(weights, counts, classes); // [vectors, pairs]
        Value sums =
                g.op("MatMul", SupportVectors.kernels(fitted, x, g), g.doubles("coef", columns));
        return g.op("Add", sums, g.doubles("intercept", intercepts));
    }

    private static Matrix perPair(Matrix weights, long[] counts, int classes) {
        int pairs = classes * (classes - 1) / 2;
        double[] columns = new double[weights.columns() * pairs];
        int pair = 0;
        for (int i = 0; i < classes; i++) {
            for (int j = i + 1; j < classes; j++) {
                int vector = 0;
                for (int own = 0; own < classes; own++) {
                    for (long k = 0; k < counts[own]; k++, vector++) {
                        if (own == i) {
                            columns[vector * pairs + pair] = weights.at(j - 1, vector);
                        } else if (own == j) {
                            columns[vector * pairs + pair] = weights.at(i, vector);
                        }
                    }
                }
                pair++;
            }
        }
        return new Matrix(weights.columns(), pairs, columns);
    }

    /// How many pairs each class wins, `[N, classes]`; 0 goes to the second class.
    private static Value votes(Value decisions, int classes, EstimatorGraph g) {
        int pairs = classes * (classes - 1) / 2;
        double[] signs = new double[pairs * classes];
        double[] seconds = new double[classes];
        int pair = 0;
        for (int i = 0; i < classes; i++) {
            for (int j = i + 1; j < classes; j++) {
                signs[pair * classes + i] = 1;
                signs[pair * classes + j] = -1;
                seconds[j]++;
                pair++;
            }
        }
        Value first = g.op("Greater", decisions, g.scalar("zero", 0, decisions));
        Value wins =
                g.op(
                        "MatMul",
                        g.cast(first, ElementType.DOUBLE),
                        g.doubles("pairs", new Matrix(pairs, classes, signs)));
        return g.op("Add", wins, g.doubles("votes", seconds));
    }

    private static Optional<Value> probabilities(
            Estimator fitted, int classes, Value decisions, EstimatorGraph g) throws Problem {
        double[] a = fitted.has("_probA") ? fitted.doubles("_probA") : new double[0];
        if (a.length == 0) {
            return Optional.empty();
        }
        double[] b = fitted.doubles("_probB");
        int pairs = classes * (classes - 1) / 2;
        if (a.length != pairs || b.length != pairs) {
            throw fitted.unreadable("_probA");
        }
        if (classes > MOST_COUPLED) {
            throw fitted.refuse("sklearn.tooManyClasses", MOST_COUPLED);
        }
        return Optional.of(Coupling.probabilities(decisions, a, b, classes, g));
    }
}
