package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// `SplineTransformer`: the values of B-splines at each number of a column.
final class SplineTransformerConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.SplineTransformer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        String beyond =
                fitted.choice(
                        "extrapolation",
                        "constant",
                        "constant",
                        "linear",
                        "continue",
                        "periodic",
                        "error");
        if (beyond.equals("error")) {
            g.note("sklearn.note.outOfBounds");
        }
        if (beyond.equals("linear") && fitted.integer("degree", 3) <= 1) {
            // scikit-learn takes other stretches there for every column but the first
            throw fitted.unsupported("extrapolation");
        }
        boolean zeroMissing =
                fitted.choice("handle_missing", "error", "error", "zeros").equals("zeros");
        List<Estimator> splines = fitted.children("bsplines_");
        if (splines.size() != x.width()) {
            throw fitted.unreadable("bsplines_");
        }
        List<Features> parts = new ArrayList<>();
        for (int i = 0; i < splines.size(); i++) {
            PiecewisePolynomials pieces = pieces(splines.get(i));
            Value column = x.column(i, g).doubles(g);
            Value values = values(pieces, column, beyond, g); // [N, splines]
            if (zeroMissing) {
                Value zero = g.scalar("zero", 0, values);
                values = g.op("Where", g.op("IsNaN", column), zero, values);
            }
            Features all = Features.of(values, pieces.splines());
            parts.add(fitted.flag("include_bias", true) ? all : withoutLast(all, g));
        }
        return Features.join(parts);
    }

    private static Features withoutLast(Features all, EstimatorGraph g) {
        return all.select(IntStream.range(0, all.width() - 1).boxed().toList(), g);
    }

    /// scipy calls its attributes `_t` and `_c` from 1.15 on.
    private static PiecewisePolynomials pieces(Estimator spline) throws Problem {
        double[] knots = spline.doubles(spline.has("_t") ? "_t" : "t");
        Matrix coefficients = spline.matrix(spline.has("_c") ? "_c" : "c");
        int degree = spline.integer("k");
        if (degree < 0
                || degree > 20
                || coefficients.rows() <= degree
                || knots.length < coefficients.rows() + degree + 1) {
            throw spline.unreadable("k");
        }
        return new PiecewisePolynomials(knots, coefficients, degree);
    }

    private static Value values(
            PiecewisePolynomials pieces, Value x, String beyond, EstimatorGraph g) {
        double first = pieces.start(0);
        double last = pieces.start(pieces.stretches());
        return switch (beyond) {
            case "continue" -> at(pieces, x, g);
            case "periodic" -> at(pieces, wrapped(x, first, last, g), g);
            case "linear" -> linear(pieces, x, first, last, g);
            case "error" -> {
                Value within = g.op("Equal", x, g.clip(x, first, last));
                Value none = g.scalar("none", Double.NaN, x);
                yield g.op("Where", within, at(pieces, x, g), none);
            }
            default -> at(pieces, g.clip(x, first, last), g);
        };
    }

    private static Value wrapped(Value x, double first, double last, EstimatorGraph g) {
        double period = last - first;
        if (period <= 0) {
            return g.op("Mul", x, g.scalar("zero", 0, x));
        }
        Value start = g.scalar("start", first, x);
        Value length = g.scalar("period", period, x);
        Value distance = g.op("Sub", x, start);
        Value rounds = g.op("Floor", g.op("Div", distance, length));
        return g.op("Add", start, g.op("Sub", distance, g.op("Mul", rounds, length)));
    }

    /// Beyond the ends the splines go on as their tangents.
    private static Value linear(
            PiecewisePolynomials pieces, Value x, double first, double last, EstimatorGraph g) {
        Value inside = g.clip(x, first, last);
        Value beyond = g.op("Sub", x, inside); // [N, 1]
        Value below = g.op("Min", beyond, g.scalar("zero", 0, x));
        Value above = g.op("Max", beyond, g.scalar("zero", 0, x));
        int stretches = pieces.stretches();
        double length = last - pieces.start(stretches - 1);
        Value tangents =
                g.op(
                        "Add",
                        g.op("Mul", below, g.doubles("slope", slopes(pieces, 0, 0))),
                        g.op(
                                "Mul",
                                above,
                                g.doubles("slope", slopes(pieces, stretches - 1, length))));
        return g.op("Add", at(pieces, inside, g), tangents);
    }

    private static double[] slopes(PiecewisePolynomials pieces, int stretch, double at) {
        double[] slopes = new double[pieces.splines()];
        for (int power = pieces.degree(); power >= 1; power--) {
            double[] factors = pieces.factors(power).row(stretch);
            for (int i = 0; i < slopes.length; i++) {
                slopes[i] = slopes[i] * at + power * factors[i];
            }
        }
        return slopes;
    }

    /// The polynomials of the stretch that each number lies in; beyond the ends those of the first
    /// and the last one.
    private static Value at(PiecewisePolynomials pieces, Value x, EstimatorGraph g) {
        int stretches = pieces.stretches();
        double[] starts = IntStream.range(0, stretches).mapToDouble(pieces::start).toArray();
        Value zero = g.scalar("zero", 0, x);
        Value stretch = g.op("Mul", x, zero);
        if (stretches > 1) {
            double[] inner = java.util.Arrays.copyOfRange(starts, 1, stretches);
            Value reached = g.op("GreaterOrEqual", x, g.doubles("knots", inner));
            stretch = g.reduce("ReduceSum", g.cast(reached, ElementType.DOUBLE), 1);
        }
        Value safe = g.op("Where", g.op("IsNaN", stretch), zero, stretch);
        Value index = g.reshape(g.cast(safe, ElementType.INT64), -1); // [N]
        Value start = g.op("Gather", g.doubles("starts", starts), g.reshape(index, -1, 1));
        Value distance = g.op("Sub", x, start.as(ElementType.DOUBLE)); // [N, 1]
        Value sum = row(pieces, pieces.degree(), index, g);
        for (int power = pieces.degree() - 1; power >= 0; power--) {
            sum = g.op("Add", g.op("Mul", sum, distance), row(pieces, power, index, g));
        }
        return sum;
    }

    private static Value row(
            PiecewisePolynomials pieces, int power, Value index, EstimatorGraph g) {
        Value factors = g.doubles("factors", pieces.factors(power));
        return g.op("Gather", factors, index).as(ElementType.DOUBLE); // [N, splines]
    }
}
