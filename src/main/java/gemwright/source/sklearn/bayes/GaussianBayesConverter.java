package gemwright.source.sklearn.bayes;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `GaussianNB`: a normal distribution for each column and class.
final class GaussianBayesConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.naive_bayes.GaussianNB");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Matrix means = fitted.matrix("theta_"); // [classes, features]
        Matrix variances = fitted.matrix(fitted.has("var_") ? "var_" : "sigma_"); // sigma_: 0.24
        double[] priors = fitted.doubles("class_prior_");
        Value value = x.doubles(g);
        List<Value> joint = new ArrayList<>();
        for (int c = 0; c < means.rows(); c++) {
            double constant = Math.log(priors[c]);
            double[] factors = new double[means.columns()];
            for (int i = 0; i < factors.length; i++) {
                constant -= 0.5 * Math.log(2 * Math.PI * variances.at(c, i));
                factors[i] = -0.5 / variances.at(c, i);
            }
            Value distance = g.op("Sub", value, g.doubles("mean", means.row(c)));
            Value squares = g.op("Mul", distance, distance);
            Value sum =
                    g.op("MatMul", squares, g.doubles("factors", Matrix.column(factors))); // [N, 1]
            joint.add(g.op("Add", sum, g.scalar("constant", constant, sum)));
        }
        return Likelihood.classified(fitted.labels("classes_"), g.sideBySide(joint), g);
    }
}
