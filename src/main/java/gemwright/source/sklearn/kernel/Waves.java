package gemwright.source.sklearn.kernel;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

/// Cosine and sine in double, of which ONNX Runtime has kernels for floats only.
public final class Waves {
    /// Terms of the series of `cos(a/4)`, |a| ≤ π: the last is below 1e-19.
    private static final int TERMS = 9;

    /// The first 27 binary digits of 2π, and what is missing from it (to 80 digits).
    private static final double HIGH = Math.scalb(Math.rint(Math.scalb(2 * Math.PI, 24)), -24);

    private static final double LOW = 2 * Math.PI - HIGH + 2.4492935982947064e-16;

    private Waves() {}

    /// The cosine.
    public static Value cosine(Value angle, EstimatorGraph g) {
        Value turns = g.op("Div", angle, g.scalar("turn", 2 * Math.PI, angle));
        Value whole = g.op("Floor", g.op("Add", turns, g.scalar("half", 0.5, angle)));
        // 2π in two parts, so that whole turns leave the last digits alone
        Value first = g.op("Sub", angle, g.op("Mul", whole, g.scalar("high", HIGH, angle)));
        Value near = g.op("Sub", first, g.op("Mul", whole, g.scalar("low", LOW, angle)));
        Value quarter = g.op("Mul", near, g.scalar("quarter", 0.25, angle));
        Value square = g.op("Mul", quarter, quarter);
        Value sum = g.scalar("term", coefficient(TERMS), angle);
        for (int term = TERMS - 1; term >= 0; term--) {
            Value product = g.op("Mul", sum, square);
            sum = g.op("Add", product, g.scalar("term", coefficient(term), angle));
        }
        return doubled(doubled(sum, g), g).as(ElementType.DOUBLE);
    }

    /// The sine: the cosine a quarter turn later.
    public static Value sine(Value angle, EstimatorGraph g) {
        return cosine(g.op("Sub", angle, g.scalar("quarter", Math.PI / 2, angle)), g);
    }

    /// `(-1)^k / (2k)!`
    private static double coefficient(int term) {
        double factorial = 1;
        for (int i = 2; i <= 2 * term; i++) {
            factorial *= i;
        }
        return (term % 2 == 0 ? 1 : -1) / factorial;
    }

    /// `cos 2a = 2 cos² a - 1`
    private static Value doubled(Value cosine, EstimatorGraph g) {
        Value square = g.op("Mul", cosine, cosine);
        return g.op("Sub", g.op("Add", square, square), g.scalar("one", 1, square));
    }
}
