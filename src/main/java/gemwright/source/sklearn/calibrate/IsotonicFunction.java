package gemwright.source.sklearn.calibrate;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Interpolation;

/// What an isotonic regression gives for each number.
final class IsotonicFunction {
    private IsotonicFunction() {}

    /// The values at numbers `[N, 1]` of doubles. Beyond the thresholds: those at the ends
    /// (`clip`), or NaN (`nan`); where scikit-learn would raise an error, NaN as well, and the user
    /// is told.
    static Value at(Estimator fitted, Value x, EstimatorGraph g) throws Problem {
        double[] thresholds = fitted.doubles("X_thresholds_");
        double[] values = fitted.doubles("y_thresholds_");
        boolean sorted = thresholds.length == values.length && thresholds.length > 0;
        for (int i = 1; sorted && i < thresholds.length; i++) {
            sorted = thresholds[i - 1] <= thresholds[i];
        }
        if (!sorted) {
            throw fitted.unreadable("X_thresholds_");
        }
        boolean isFloat = fitted.array("X_thresholds_").type().itemSize() == 4;
        Value given = isFloat ? rounded(x, g) : x;
        Value inside = new Interpolation(thresholds, values).at(given, g);
        String beyond = fitted.choice("out_of_bounds", "nan", "nan", "clip", "raise");
        if (beyond.equals("clip") || values.length == 1) {
            return isFloat ? rounded(inside, g) : inside;
        }
        if (beyond.equals("raise")) {
            g.note("sklearn.note.outOfBounds");
        }
        Value low = g.scalar("low", thresholds[0], given);
        Value high = g.scalar("high", thresholds[thresholds.length - 1], given);
        Value within =
                g.op("And", g.op("GreaterOrEqual", given, low), g.op("LessOrEqual", given, high));
        Value kept = g.op("Where", within, inside, g.scalar("none", Double.NaN, inside));
        return isFloat ? rounded(kept, g) : kept;
    }

    private static Value rounded(Value x, EstimatorGraph g) {
        return g.cast(g.cast(x, ElementType.FLOAT), ElementType.DOUBLE);
    }
}
