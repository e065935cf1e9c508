package gemwright.source.sklearn.bayes;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// `MultinomialNB`, `ComplementNB` and `BernoulliNB`: weighted sums of counts for each class.
final class CountingBayesConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of(
                "sklearn.naive_bayes.MultinomialNB",
                "sklearn.naive_bayes.ComplementNB",
                "sklearn.naive_bayes.BernoulliNB");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Matrix logs = fitted.matrix("feature_log_prob_"); // [classes, features]
        double[] start = fitted.doubles("class_log_prior_").clone();
        Value value = x.doubles(g);
        switch (fitted.name()) {
            case "BernoulliNB" -> {
                if (fitted.has("binarize")) {
                    Value threshold = g.scalar("threshold", fitted.number("binarize"), value);
                    value = g.cast(g.op("Greater", value, threshold), ElementType.DOUBLE);
                }
                logs = presence(logs, start);
            }
            // a single class keeps its prior, several do without
            case "ComplementNB" -> Arrays.fill(start, start.length == 1 ? start[0] : 0);
            default -> {}
        }
        Value sums = g.op("MatMul", value, g.doubles("logs", logs.transposed()));
        Value joint = g.op("Add", sums, g.doubles("start", start));
        return Likelihood.classified(fitted.labels("classes_"), joint, g);
    }

    /// Absence counts too: `x · (log p - log(1 - p)) + log(1 - p)`; the last goes to the start.
    private static Matrix presence(Matrix logs, double[] start) {
        double[] numbers = logs.numbers();
        for (int i = 0; i < numbers.length; i++) {
            double absent = Math.log1p(-Math.exp(numbers[i]));
            start[i / logs.columns()] += absent;
            numbers[i] -= absent;
        }
        return new Matrix(logs.rows(), logs.columns(), numbers);
    }
}
