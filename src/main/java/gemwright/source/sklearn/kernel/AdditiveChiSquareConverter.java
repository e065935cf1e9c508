package gemwright.source.sklearn.kernel;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `AdditiveChi2Sampler`: samples of the spectrum of the additive chi-squared kernel (Vedaldi and
/// Zisserman 2010).
final class AdditiveChiSquareConverter implements EstimatorConverter.Transformer {
    private static final double[] INTERVALS = {0.8, 0.5, 0.4};

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.kernel_approximation.AdditiveChi2Sampler");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        int steps = fitted.integer("sample_steps", 2);
        double interval = interval(fitted, steps);
        Value columns = x.doubles(g);
        Value zero = g.scalar("zero", 0, columns);
        Value none = g.op("Equal", columns, zero);
        Value one = g.scalar("one", 1, columns);
        Value positive = g.op("Where", none, one, columns).as(ElementType.DOUBLE);
        List<Value> parts = new ArrayList<>();
        Value scaled = g.op("Mul", positive, g.scalar("interval", interval, positive));
        parts.add(shown(none, zero, g.op("Sqrt", scaled), g));
        Value logs = g.op("Log", positive);
        for (int step = 1; step < steps; step++) {
            double width = 2 * interval / Math.cosh(Math.PI * step * interval);
            Value factor = g.op("Sqrt", g.op("Mul", positive, g.scalar("width", width, positive)));
            Value angle =
                    g.op("Mul", logs, g.scalar("step", step * interval, logs))
                            .as(ElementType.DOUBLE);
            parts.add(shown(none, zero, g.op("Mul", factor, Waves.cosine(angle, g)), g));
            parts.add(shown(none, zero, g.op("Mul", factor, Waves.sine(angle, g)), g));
        }
        return Features.of(g.sideBySide(parts), x.width() * parts.size());
    }

    private static double interval(Estimator fitted, int steps) throws Problem {
        if (steps < 1 || steps > 1_000) {
            throw fitted.unsupported("sample_steps");
        }
        for (String attribute : List.of("sample_interval_", "sample_interval")) {
            if (fitted.has(attribute)) {
                return fitted.number(attribute);
            }
        }
        if (steps > INTERVALS.length) {
            throw fitted.unsupported("sample_steps");
        }
        return INTERVALS[steps - 1];
    }

    private static Value shown(Value none, Value zero, Value value, EstimatorGraph g) {
        return g.op("Where", none, zero, value).as(ElementType.DOUBLE);
    }
}
