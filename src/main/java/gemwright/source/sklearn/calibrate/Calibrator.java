package gemwright.source.sklearn.calibrate;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;

/// Turns one score into a probability.
final class Calibrator {
    private Calibrator() {}

    /// The probabilities for scores `[N, 1]` of doubles.
    static Value at(Estimator fitted, Value score, EstimatorGraph g) throws Problem {
        return switch (fitted.name()) {
            case "_SigmoidCalibration" -> sigmoid(fitted, score, g);
            case "IsotonicRegression" -> IsotonicFunction.at(fitted, score, g);
            default -> throw fitted.refuse("sklearn.unsupported");
        };
    }

    /// `1 / (1 + exp(a·score + b))` (Platt).
    private static Value sigmoid(Estimator fitted, Value score, EstimatorGraph g) throws Problem {
        Value product = g.op("Mul", score, g.scalar("a", fitted.number("a_"), score));
        Value power = g.op("Add", product, g.scalar("b", fitted.number("b_"), score));
        // not Sigmoid: ONNX Runtime rounds tiny ones to 0, and ratios of these count
        Value one = g.scalar("one", 1, power);
        return g.op("Div", one, g.op("Add", one, g.op("Exp", power)));
    }
}
