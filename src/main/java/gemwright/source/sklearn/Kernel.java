package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.onnx.Value;

import java.util.Optional;

/// Kernels between rows and fixed points, in double: `[N, points]`.
public final class Kernel {
    private static final int HIGHEST_DEGREE = 64;

    private Kernel() {}

    /// `x·p`.
    public static Value linear(Value x, Matrix points, EstimatorGraph g) {
        return g.op("MatMul", x, g.doubles("points", points.transposed()));
    }

    /// `exp(-gamma |x - p|²)`.
    public static Value rbf(Value x, Matrix points, double gamma, EstimatorGraph g) {
        Value distances = Distances.squared(x, points, g);
        return g.op("Exp", g.op("Mul", distances, g.scalar("gamma", -gamma, distances)));
    }

    /// `(gamma x·p + coef0)` to a whole power.
    ///
    /// @throws Problem where the degree is none that a graph unrolls
    public static Value polynomial(
            Value x,
            Matrix points,
            double gamma,
            double coef0,
            double degree,
            Estimator fitted,
            EstimatorGraph g)
            throws Problem {
        if (degree != Math.rint(degree) || degree < 0 || degree > HIGHEST_DEGREE) {
            throw fitted.unsupported("degree");
        }
        return power(affine(x, points, gamma, coef0, g), (int) degree, g);
    }

    /// `tanh(gamma x·p + coef0)`.
    public static Value sigmoid(
            Value x, Matrix points, double gamma, double coef0, EstimatorGraph g) {
        return g.op("Tanh", affine(x, points, gamma, coef0, g));
    }

    /// The cosine of the angle between rows and points; a row of zeros is at a right angle to all.
    public static Value cosine(Value x, Matrix points, EstimatorGraph g) {
        double[] numbers = points.numbers();
        int width = points.columns();
        for (int row = 0; row < points.rows(); row++) {
            double sum = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                sum += numbers[i] * numbers[i];
            }
            double length = sum == 0 ? 1 : Math.sqrt(sum);
            for (int i = row * width; i < (row + 1) * width; i++) {
                numbers[i] /= length;
            }
        }
        Value length = g.op("Sqrt", g.reduce("ReduceSumSquare", x, 1));
        Value none = g.op("Equal", length, g.scalar("zero", 0, length));
        Value divisor = g.op("Where", none, g.scalar("one", 1, length), length);
        return linear(g.op("Div", x, divisor), new Matrix(points.rows(), width, numbers), g);
    }

    private static Value affine(
            Value x, Matrix points, double gamma, double coef0, EstimatorGraph g) {
        // into the points: ONNX Runtime makes a factor behind a product a float32 of its own
        double[] numbers = points.numbers();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= gamma;
        }
        Matrix scaled = new Matrix(points.rows(), points.columns(), numbers);
        Value products = linear(x, scaled, g);
        return g.op("Add", products, g.scalar("coef0", coef0, products));
    }

    /// By squaring, in libsvm's order (`powi`).
    private static Value power(Value base, int exponent, EstimatorGraph g) {
        Value square = base;
        Optional<Value> result = Optional.empty();
        for (int left = exponent; left > 0; left /= 2) {
            if (left % 2 == 1) {
                result = Optional.of(result.isEmpty() ? square : g.op("Mul", result.get(), square));
            }
            if (left > 1) {
                square = g.op("Mul", square, square);
            }
        }
        // to the power of 0 everything is 1
        return result.orElseGet(() -> g.op("Pow", base, g.scalar("zero", 0, base)));
    }
}
