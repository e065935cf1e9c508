package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Interpolation;
import gemwright.source.sklearn.Matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `QuantileTransformer`: each number becomes its place among the quantiles of its column, or the
/// number that has that place in a normal distribution.
final class QuantileTransformerConverter implements EstimatorConverter.Invertible {
    /// `BOUNDS_THRESHOLD`: a number as near to an end as that counts as beyond it.
    private static final double BOUND = 1e-7;

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.QuantileTransformer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        boolean normal = isNormal(fitted);
        double[] places = fitted.doubles("references_"); // [quantiles]
        List<Value> columns = new ArrayList<>();
        for (int i = 0; i < x.width(); i++) {
            Value column = x.column(i, g).doubles(g);
            double[] quantiles = quantiles(fitted, i, places.length);
            Interpolation up = new Interpolation(quantiles, places);
            // of equal quantiles: the middle between the first and the last place
            Value down = up.mirrored().at(g.op("Neg", column), g);
            Value twice = g.op("Sub", up.at(column, g), down);
            Value place = g.op("Mul", twice, g.scalar("half", 0.5, twice));
            double[] ends = {quantiles[0], quantiles[quantiles.length - 1]};
            columns.add(bounded(column, place, ends, new double[] {0, 1}, normal, g));
        }
        Value all = g.sideBySide(columns);
        if (normal) {
            double least = BOUND - Math.ulp(1.0);
            all = NormalDistribution.quantile(g.clip(all, least, 1 - least), g);
        }
        return Features.of(all, x.width());
    }

    @Override
    public Features inverse(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        boolean normal = isNormal(fitted);
        double[] places = fitted.doubles("references_");
        List<Value> columns = new ArrayList<>();
        for (int i = 0; i < x.width(); i++) {
            Value given = x.column(i, g).doubles(g);
            Value place = normal ? NormalDistribution.share(given, g) : given;
            double[] quantiles = quantiles(fitted, i, places.length);
            Value number = new Interpolation(places, quantiles).at(place, g);
            double[] ends = {quantiles[0], quantiles[quantiles.length - 1]};
            columns.add(bounded(place, number, new double[] {0, 1}, ends, normal, g));
        }
        return Features.of(g.sideBySide(columns), x.width());
    }

    private static boolean isNormal(Estimator fitted) throws Problem {
        return fitted.choice("output_distribution", "uniform", "uniform", "normal")
                .equals("normal");
    }

    private static double[] quantiles(Estimator fitted, int column, int count) throws Problem {
        Matrix quantiles = fitted.matrix("quantiles_"); // [quantiles, features]
        if (quantiles.rows() != count || column >= quantiles.columns()) {
            throw fitted.unreadable("quantiles_");
        }
        return quantiles.transposed().row(column);
    }

    /// What is at an end of its range, or beyond it, becomes the end of the other range; where both
    /// ends are one, the lower.
    private static Value bounded(
            Value x, Value inside, double[] from, double[] to, boolean normal, EstimatorGraph g) {
        Value margin = g.scalar("margin", normal ? BOUND : 0, x);
        Value low = g.scalar("low", from[0], x);
        Value high = g.scalar("high", from[1], x);
        Value isLow = normal ? g.op("Less", g.op("Sub", x, margin), low) : g.op("Equal", x, low);
        Value isHigh =
                normal ? g.op("Greater", g.op("Add", x, margin), high) : g.op("Equal", x, high);
        Value upper = g.op("Where", isHigh, g.scalar("top", to[1], x), inside);
        return g.op("Where", isLow, g.scalar("bottom", to[0], x), upper);
    }
}
