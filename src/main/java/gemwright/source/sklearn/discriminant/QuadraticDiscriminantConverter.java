package gemwright.source.sklearn.discriminant;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `QuadraticDiscriminantAnalysis`: a normal distribution for each class, in its own axes.
final class QuadraticDiscriminantConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.discriminant_analysis.QuadraticDiscriminantAnalysis");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        Matrix means = fitted.matrix("means_"); // [classes, features]
        double[] priors = fitted.doubles("priors_");
        List<PickleValue> rotations = fitted.members("rotations_");
        List<PickleValue> scalings = fitted.members("scalings_");
        Value value = x.doubles(g);
        List<Value> joint = new ArrayList<>();
        for (int c = 0; c < labels.size(); c++) {
            Matrix rotation =
                    Values.matrix(rotations.get(c))
                            .orElseThrow(() -> fitted.unreadable("rotations_"));
            double[] scaling =
                    Values.numbers(scalings.get(c))
                            .orElseThrow(() -> fitted.unreadable("scalings_"));
            Value centred = g.op("Sub", value, g.doubles("mean", means.row(c)));
            Value turned = g.op("MatMul", centred, g.doubles("axes", scaled(rotation, scaling)));
            Value length = g.reduce("ReduceSumSquare", turned, 1); // [N, 1]
            double logs = Arrays.stream(scaling).map(Math::log).sum();
            Value half = g.op("Mul", length, g.scalar("half", -0.5, length));
            double constant = Math.log(priors[c]) - 0.5 * logs;
            joint.add(g.op("Add", half, g.scalar("constant", constant, half)));
        }
        Value scores = g.sideBySide(joint);
        Value probabilities = g.node("Softmax").inputs(scores).attribute("axis", 1).output();
        Value decision =
                labels.size() == 2
                        ? g.op(
                                "Sub",
                                g.columns(scores, 2, List.of(1)),
                                g.columns(scores, 2, List.of(0)))
                        : scores;
        return List.of(
                new Classified(
                        labels,
                        g.argMax(scores),
                        Optional.of(probabilities),
                        Optional.of(decision)));
    }

    /// Each axis divided by the spread along it.
    private static Matrix scaled(Matrix rotation, double[] scaling) {
        double[] numbers = rotation.numbers();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= Math.sqrt(scaling[i % scaling.length]);
        }
        return new Matrix(rotation.rows(), rotation.columns(), numbers);
    }
}
