package gemwright.source.sklearn.discriminant;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Scores;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// `LinearDiscriminantAnalysis`: a linear classifier, and a projection onto its axes.
final class LinearDiscriminantConverter
        implements EstimatorConverter.Classifier, EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.discriminant_analysis.LinearDiscriminantAnalysis");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        Matrix coefficients = fitted.matrix("coef_");
        Value sums =
                g.node("Gemm")
                        .inputs(
                                x.doubles(g),
                                g.doubles("coef", coefficients.transposed()),
                                g.doubles("intercept", fitted.doubles("intercept_")))
                        .output();
        Value probabilities =
                labels.size() == 2
                        ? Scores.twoSided(g.op("Sigmoid", sums), g)
                        : Scores.softmax(sums, labels, g);
        return List.of(Scores.classified(labels, sums, probabilities, g));
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        String solver = fitted.choice("solver", "svd", "svd", "eigen");
        Matrix scalings = fitted.matrix("scalings_"); // [features, axes]
        int axes = Math.min(fitted.integer("_max_components"), scalings.columns());
        Value value = x.doubles(g);
        if (solver.equals("svd")) {
            value = g.op("Sub", value, g.doubles("mean", fitted.doubles("xbar_")));
        }
        Value all = g.op("MatMul", value, g.doubles("scalings", scalings));
        List<Integer> kept = IntStream.range(0, axes).boxed().toList();
        return Features.of(g.columns(all, scalings.columns(), kept), axes);
    }
}
