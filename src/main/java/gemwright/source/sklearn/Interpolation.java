package gemwright.source.sklearn;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;

/// A function that is linear between its knots and constant beyond them: `numpy.interp`.
public final class Interpolation {
    private final double[] knots;
    private final double[] values;

    /// @param knots in ascending order; of equal ones the last counts
    public Interpolation(double[] knots, double[] values) {
        if (knots.length != values.length || knots.length == 0) {
            throw new IllegalArgumentException(knots.length + " knots, " + values.length);
        }
        this.knots = knots.clone();
        this.values = values.clone();
    }

    /// The function of minus x, with minus its values: of equal knots the first counts.
    public Interpolation mirrored() {
        int last = knots.length - 1;
        double[] x = new double[knots.length];
        double[] y = new double[knots.length];
        for (int i = 0; i <= last; i++) {
            x[i] = -knots[last - i];
            y[i] = -values[last - i];
        }
        return new Interpolation(x, y);
    }

    /// The values at numbers `[N, 1]` of doubles; NaN stays.
    public Value at(Value x, EstimatorGraph g) {
        int last = knots.length - 1;
        Value below = g.op("LessOrEqual", g.doubles("knots", knots), x); // [N, knots]
        Value counts = g.reduce("ReduceSum", g.cast(below, ElementType.DOUBLE), 1);
        Value place = g.op("Max", g.op("Sub", counts, g.scalar("one", 1, counts)), zero(counts, g));
        Value index = g.cast(place, ElementType.INT64); // [N, 1]
        double[] slopes = new double[knots.length];
        for (int i = 0; i < last; i++) {
            double width = knots[i + 1] - knots[i];
            slopes[i] = width > 0 ? (values[i + 1] - values[i]) / width : 0;
        }
        Value inside = g.clip(x, knots[0], knots[last]);
        Value step = g.op("Sub", inside, pick(knots, index, g));
        Value rise = g.op("Mul", step, pick(slopes, index, g));
        return g.op("Add", rise, pick(values, index, g));
    }

    private static Value zero(Value like, EstimatorGraph g) {
        return g.scalar("zero", 0, like);
    }

    private static Value pick(double[] table, Value index, EstimatorGraph g) {
        return g.op("Gather", g.doubles("table", table), index).as(ElementType.DOUBLE);
    }
}
