package gemwright.source.sklearn.gaussian;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Distances;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Kernel;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.kernel.Waves;

/// The kernels of Gaussian processes between rows and training rows, `[N, rows]`, and of each row
/// with itself, `[N, 1]` (Rasmussen and Williams 2006, chapter 4).
final class Covariance {
    private static final String PACKAGE = "sklearn.gaussian_process.kernels.";
    private static final int DEEPEST = 50;

    private final Matrix rows;
    private final Features x;
    private final EstimatorGraph g;

    Covariance(Matrix rows, Features x, EstimatorGraph g) {
        this.rows = rows;
        this.x = x;
        this.g = g;
    }

    /// With the training rows.
    Value between(Estimator kernel) throws Problem {
        return between(kernel, 0).as(ElementType.DOUBLE);
    }

    /// Of each row with itself.
    Value own(Estimator kernel) throws Problem {
        return own(kernel, 0).as(ElementType.DOUBLE);
    }

    private Value between(Estimator kernel, int depth) throws Problem {
        requireShallow(kernel, depth);
        return switch (name(kernel)) {
            case "Sum" ->
                    g.op(
                            "Add",
                            between(kernel.part("k1"), depth + 1),
                            between(kernel.part("k2"), depth + 1));
            case "Product" ->
                    g.op(
                            "Mul",
                            between(kernel.part("k1"), depth + 1),
                            between(kernel.part("k2"), depth + 1));
            case "Exponentiation" ->
                    power(between(kernel.part("kernel"), depth + 1), kernel.number("exponent"));
            case "ConstantKernel" -> everywhere(kernel.number("constant_value"), rows.rows());
            case "WhiteKernel" -> everywhere(0, rows.rows());
            case "RBF" -> {
                Value squared = scaled(kernel);
                yield g.op("Exp", times(squared, -0.5));
            }
            case "Matern" -> matern(kernel);
            case "RationalQuadratic" -> rationalQuadratic(kernel);
            case "ExpSineSquared" -> periodic(kernel);
            case "DotProduct" -> {
                Value products = Kernel.linear(x.doubles(g), rows, g);
                yield plus(products, square(kernel.number("sigma_0")));
            }
            default -> throw kernel.refuse("sklearn.kernel");
        };
    }

    private Value own(Estimator kernel, int depth) throws Problem {
        requireShallow(kernel, depth);
        return switch (name(kernel)) {
            case "Sum" ->
                    g.op(
                            "Add",
                            own(kernel.part("k1"), depth + 1),
                            own(kernel.part("k2"), depth + 1));
            case "Product" ->
                    g.op(
                            "Mul",
                            own(kernel.part("k1"), depth + 1),
                            own(kernel.part("k2"), depth + 1));
            case "Exponentiation" ->
                    power(own(kernel.part("kernel"), depth + 1), kernel.number("exponent"));
            case "ConstantKernel" -> everywhere(kernel.number("constant_value"), 1);
            case "WhiteKernel" -> everywhere(kernel.number("noise_level"), 1);
            case "RBF", "Matern", "RationalQuadratic", "ExpSineSquared" -> everywhere(1, 1);
            case "DotProduct" -> {
                Value lengths = g.reduce("ReduceSumSquare", x.doubles(g), 1);
                yield plus(lengths, square(kernel.number("sigma_0")));
            }
            default -> throw kernel.refuse("sklearn.kernel");
        };
    }

    private static void requireShallow(Estimator kernel, int depth) throws Problem {
        if (depth > DEEPEST) {
            throw kernel.refuse("sklearn.kernel");
        }
    }

    private static String name(Estimator kernel) {
        return kernel.type().startsWith(PACKAGE)
                ? kernel.type().substring(PACKAGE.length())
                : kernel.type();
    }

    /// Squared distances with each column in units of its length scale.
    private Value scaled(Estimator kernel) throws Problem {
        double[] lengths = kernel.doubles("length_scale");
        int width = rows.columns();
        if (lengths.length != 1 && lengths.length != width) {
            throw kernel.unreadable("length_scale");
        }
        double[] divisors = new double[width];
        double[] points = rows.numbers();
        for (int i = 0; i < width; i++) {
            divisors[i] = lengths[lengths.length == 1 ? 0 : i];
        }
        for (int i = 0; i < points.length; i++) {
            points[i] /= divisors[i % width];
        }
        Value own = g.op("Div", x.doubles(g), g.doubles("length_scale", divisors));
        return Distances.summed(
                own.as(ElementType.DOUBLE), new Matrix(rows.rows(), width, points), g);
    }

    private Value matern(Estimator kernel) throws Problem {
        double nu = kernel.number("nu");
        Value squared = scaled(kernel);
        if (nu == Double.POSITIVE_INFINITY) {
            return g.op("Exp", times(squared, -0.5));
        }
        Value distance = g.op("Sqrt", squared);
        if (nu == 0.5) {
            return g.op("Exp", g.op("Neg", distance));
        }
        if (nu != 1.5 && nu != 2.5) {
            throw kernel.unsupported("nu"); // Bessel functions
        }
        Value k = times(distance, Math.sqrt(nu == 1.5 ? 3 : 5));
        Value polynomial = plus(k, 1);
        if (nu == 2.5) {
            Value third = g.op("Div", g.op("Mul", k, k), g.scalar("three", 3, k));
            polynomial = g.op("Add", polynomial, third);
        }
        return g.op("Mul", polynomial, g.op("Exp", g.op("Neg", k)));
    }

    private Value rationalQuadratic(Estimator kernel) throws Problem {
        double alpha = kernel.number("alpha");
        double length = kernel.number("length_scale");
        Value squared = Distances.summed(x.doubles(g), rows, g);
        Value base = plus(times(squared, 1 / (2 * alpha * square(length))), 1);
        return g.op("Exp", times(g.op("Log", base), -alpha));
    }

    private Value periodic(Estimator kernel) throws Problem {
        Value distance = g.op("Sqrt", Distances.summed(x.doubles(g), rows, g));
        double turn = Math.PI / kernel.number("periodicity");
        Value sine = Waves.sine(times(distance, turn).as(ElementType.DOUBLE), g);
        Value ratio = g.op("Div", sine, g.scalar("length", kernel.number("length_scale"), sine));
        return g.op("Exp", times(g.op("Mul", ratio, ratio), -2));
    }

    private Value everywhere(double value, int columns) throws Problem {
        double[] values = new double[columns];
        java.util.Arrays.fill(values, value);
        return g.everyRow(x, values);
    }

    private Value power(Value value, double exponent) {
        return g.op("Pow", value, g.scalar("exponent", exponent, value));
    }

    private Value times(Value value, double factor) {
        return g.op("Mul", value, g.scalar("factor", factor, value));
    }

    private Value plus(Value value, double summand) {
        return g.op("Add", value, g.scalar("summand", summand, value));
    }

    private static double square(double value) {
        return value * value;
    }
}
