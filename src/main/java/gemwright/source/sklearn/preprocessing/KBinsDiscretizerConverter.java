package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// `KBinsDiscretizer`: the place of the interval that a number falls into, as a number or one-hot.
final class KBinsDiscretizerConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.KBinsDiscretizer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        String encode = fitted.choice("encode", "onehot", "onehot", "onehot-dense", "ordinal");
        List<PickleValue> edges = fitted.members("bin_edges_");
        List<Features> parts = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            double[] bounds =
                    Values.numbers(edges.get(i)).orElseThrow(() -> fitted.unreadable("bin_edges_"));
            int bins = bounds.length - 1;
            if (bins < 1) {
                throw fitted.unreadable("bin_edges_");
            }
            Value bin = bin(fitted, bounds, x.column(i, g).doubles(g), g); // [N, 1]
            parts.add(
                    encode.equals("ordinal")
                            ? Features.of(bin, 1)
                            : Features.of(oneHot(bin, bins, g), bins));
        }
        return Features.join(parts);
    }

    /// How many of the inner bounds are at or below the number. Up to 1.0 a number just below a
    /// bound counts as on it: `x + 1e-8 + 1e-5·|x|` is compared.
    private static Value bin(Estimator fitted, double[] bounds, Value x, EstimatorGraph g) {
        if (bounds.length == 2) {
            return g.op("Mul", x, g.scalar("zero", 0, x));
        }
        Value compared = x;
        if (fitted.version().before(1, 1)) {
            Value margin =
                    g.op(
                            "Add",
                            g.op("Mul", g.op("Abs", x), g.scalar("relative", 1e-5, x)),
                            g.scalar("absolute", 1e-8, x));
            compared = g.op("Add", x, margin);
        }
        double[] inner = Arrays.copyOfRange(bounds, 1, bounds.length - 1);
        Value above = g.op("GreaterOrEqual", compared, g.doubles("bounds", inner));
        return g.reduce("ReduceSum", g.cast(above, ElementType.DOUBLE), 1);
    }

    private static Value oneHot(Value bin, int bins, EstimatorGraph g) {
        return g.op(
                "OneHot",
                g.reshape(g.cast(bin, ElementType.INT64), -1),
                g.integer("bins", bins),
                g.constant("off_on", ElementType.FLOAT, new double[] {0, 1}));
    }
}
