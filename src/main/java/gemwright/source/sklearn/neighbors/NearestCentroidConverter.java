package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Distances;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Scores;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `NearestCentroid`: the class whose centroid is nearest; from 1.6 on also how likely each class
/// is, by distances in units of the spread within classes and the classes' shares.
final class NearestCentroidConverter implements EstimatorConverter.Classifier {
    /// As `numpy.isclose` has it.
    private static final double RELATIVE = 1e-5;

    private static final double ABSOLUTE = 1e-8;

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.neighbors.NearestCentroid");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        Matrix centroids = fitted.matrix("centroids_"); // [classes, features]
        if (centroids.rows() != labels.size()) {
            throw fitted.unreadable("centroids_");
        }
        boolean euclidean =
                fitted.choice("metric", "euclidean", "euclidean", "manhattan").equals("euclidean");
        Metric metric = new Metric(euclidean ? 2 : 1, false);
        boolean likely = fitted.has("class_prior_") && fitted.has("within_class_std_dev_");
        Optional<Value> scores = Optional.empty();
        if (likely) {
            scores = Optional.of(scores(fitted, metric, centroids, x, g));
        }
        Value index =
                likely && !areEven(fitted.doubles("class_prior_"))
                        ? g.argMax(scores.get())
                        : Distances.nearest(metric.order(x.doubles(g), centroids, g), g);
        if (!likely || !euclidean) {
            return List.of(new Classified(labels, index, Optional.empty(), Optional.empty()));
        }
        return List.of(probable(labels, index, scores.get(), g));
    }

    private static Classified probable(Labels labels, Value index, Value scores, EstimatorGraph g) {
        if (labels.size() == 2) {
            // one number for two classes: what speaks for the second
            Value second = g.columns(scores, 2, List.of(1));
            Value difference =
                    g.op("Sub", second, g.columns(scores, 2, List.of(0))).as(ElementType.DOUBLE);
            Value shares = Scores.twoSided(g.op("Sigmoid", difference), g);
            return new Classified(labels, index, Optional.of(shares), Optional.of(difference));
        }
        Value shares = g.node("Softmax").inputs(scores).attribute("axis", 1).output();
        return new Classified(
                labels, index, Optional.of(shares.as(ElementType.DOUBLE)), Optional.of(scores));
    }

    /// `2 log prior - distance²`, both in units of the spread within classes (ESL, 18.2).
    private static Value scores(
            Estimator fitted, Metric metric, Matrix centroids, Features x, EstimatorGraph g)
            throws Problem {
        double[] spread = fitted.doubles("within_class_std_dev_");
        double[] priors = fitted.doubles("class_prior_");
        int width = centroids.columns();
        if (spread.length != width || priors.length != centroids.rows()) {
            throw fitted.unreadable("within_class_std_dev_");
        }
        double[] divisors = new double[width];
        double[] scaled = centroids.numbers();
        for (int i = 0; i < width; i++) {
            divisors[i] = spread[i] == 0 ? 1 : spread[i];
        }
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= divisors[i % width];
        }
        double[] logs = new double[priors.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = 2 * Math.log(priors[i]);
        }
        Value rows = g.op("Div", x.doubles(g), g.doubles("spread", divisors));
        Matrix points = new Matrix(centroids.rows(), width, scaled);
        Value distance = metric.distance(metric.order(rows.as(ElementType.DOUBLE), points, g), g);
        Value square = g.op("Mul", distance, distance);
        return g.op("Sub", g.doubles("priors", logs), square).as(ElementType.DOUBLE);
    }

    private static boolean areEven(double[] priors) {
        double even = 1.0 / priors.length;
        for (double prior : priors) {
            if (Math.abs(prior - even) > ABSOLUTE + RELATIVE * even) {
                return false;
            }
        }
        return true;
    }
}
