package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `PowerTransformer`: Yeo-Johnson or Box-Cox with a lambda for each column, then standardized.
final class PowerTransformerConverter implements EstimatorConverter.Invertible {
    /// A lambda that close to 0 (or 2) stands for the logarithm, as in scikit-learn.
    private static final double NEAR = Math.ulp(1.0);

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.PowerTransformer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        double[] lambdas = fitted.doubles("lambdas_");
        boolean boxCox =
                fitted.choice("method", "yeo-johnson", "yeo-johnson", "box-cox").equals("box-cox");
        List<Features> parts = new ArrayList<>();
        for (int i = 0; i < lambdas.length; i++) {
            Value column = x.column(i, g).doubles(g);
            Value power =
                    boxCox ? boxCox(column, lambdas[i], g) : yeoJohnson(column, lambdas[i], g);
            parts.add(Features.of(power, 1));
        }
        Features powers = Features.join(parts);
        return fitted.flag("standardize", true)
                ? g.transform(fitted.child("_scaler", "scaler"), powers)
                : powers;
    }

    private static Value boxCox(Value x, double lambda, EstimatorGraph g) {
        return Math.abs(lambda) < NEAR ? g.op("Log", x) : powerMinusOne(x, lambda, g);
    }

    /// Yeo and Johnson (2000), equation 2.1; scikit-learn's `_yeo_johnson_transform`.
    private static Value yeoJohnson(Value x, double lambda, EstimatorGraph g) {
        Value zero = g.scalar("zero", 0, x);
        Value one = g.scalar("one", 1, x);
        Value positive = g.op("Add", g.op("Max", x, zero), one);
        Value negative = g.op("Sub", one, g.op("Min", x, zero));
        Value above =
                Math.abs(lambda) < NEAR
                        ? g.op("Log", positive)
                        : powerMinusOne(positive, lambda, g);
        Value below =
                Math.abs(lambda - 2) > NEAR
                        ? g.op("Neg", powerMinusOne(negative, 2 - lambda, g))
                        : g.op("Neg", g.op("Log", negative));
        return g.op("Where", g.op("GreaterOrEqual", x, zero), above, nanFrom(x, below, g));
    }

    /// NaN is not at least 0, and `Min` may lose it on the way.
    private static Value nanFrom(Value x, Value value, EstimatorGraph g) {
        return g.op("Where", g.op("IsNaN", x), x, value);
    }

    /// `(x^lambda - 1) / lambda`.
    private static Value powerMinusOne(Value x, double lambda, EstimatorGraph g) {
        Value power = g.op("Pow", x, g.scalar("lambda", lambda, x));
        Value less = g.op("Sub", power, g.scalar("one", 1, x));
        return g.op("Div", less, g.scalar("lambda", lambda, x));
    }

    @Override
    public Features inverse(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        double[] lambdas = fitted.doubles("lambdas_");
        boolean boxCox =
                fitted.choice("method", "yeo-johnson", "yeo-johnson", "box-cox").equals("box-cox");
        Features powers =
                fitted.flag("standardize", true)
                        ? g.inverse(fitted.child("_scaler", "scaler"), x)
                        : x;
        List<Features> parts = new ArrayList<>();
        for (int i = 0; i < lambdas.length; i++) {
            Value column = powers.column(i, g).doubles(g);
            Value number =
                    boxCox ? root(column, lambdas[i], g) : yeoJohnsonInverse(column, lambdas[i], g);
            parts.add(Features.of(number, 1));
        }
        return Features.join(parts);
    }

    private static Value yeoJohnsonInverse(Value y, double lambda, EstimatorGraph g) {
        Value zero = g.scalar("zero", 0, y);
        Value one = g.scalar("one", 1, y);
        Value above = g.op("Sub", root(g.op("Max", y, zero), lambda, g), one);
        Value flipped = g.op("Neg", g.op("Min", y, zero));
        Value below = g.op("Sub", one, root(flipped, 2 - lambda, g));
        return g.op("Where", g.op("GreaterOrEqual", y, zero), above, nanFrom(y, below, g));
    }

    /// `(lambda · y + 1)^(1 / lambda)`, or the exponential.
    private static Value root(Value y, double lambda, EstimatorGraph g) {
        if (Math.abs(lambda) < NEAR) {
            return g.op("Exp", y);
        }
        Value product = g.op("Mul", y, g.scalar("lambda", lambda, y));
        Value base = g.op("Add", product, g.scalar("one", 1, y));
        return g.op("Pow", base, g.scalar("exponent", 1 / lambda, y));
    }
}
