package gemwright.source.sklearn.text;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;

/// From counts of terms to weights: how often a term stands in the text, times how rare it is.
final class TermWeights {
    private TermWeights() {}

    /// What `TfidfTransformer` makes of counts `[N, terms]` in double.
    static Value apply(Estimator fitted, Value counts, int width, EstimatorGraph g) throws Problem {
        Value weights = counts;
        if (fitted.flag("sublinear_tf", false)) {
            Value one = g.scalar("one", 1, counts);
            Value zero = g.scalar("zero", 0, counts);
            Value none = g.op("Equal", counts, zero);
            Value logs = g.op("Log", g.op("Where", none, one, counts));
            weights = g.op("Where", none, zero, g.op("Add", logs, one));
        }
        if (fitted.flag("use_idf", true)) {
            double[] rarity = rarity(fitted);
            if (rarity.length != width) {
                throw fitted.refuse("sklearn.width", rarity.length, width);
            }
            weights = g.op("Mul", weights, g.doubles("idf", rarity)); // [terms]
        }
        return normalized(fitted, weights, g);
    }

    /// `idf_`; up to 1.4 the diagonal of a sparse matrix.
    private static double[] rarity(Estimator fitted) throws Problem {
        return fitted.has("_idf_diag")
                ? fitted.part("_idf_diag").doubles("data")
                : fitted.doubles("idf_");
    }

    /// Rows divided by their length, as `norm` measures it; a row of zeros stays.
    static Value normalized(Estimator fitted, Value weights, EstimatorGraph g) throws Problem {
        String norm = fitted.choice("norm", "None", "None", "l1", "l2");
        if (norm.equals("None")) {
            return weights;
        }
        Value length = g.reduce(norm.equals("l1") ? "ReduceL1" : "ReduceL2", weights, 1);
        Value none = g.op("Equal", length, g.scalar("zero", 0, length));
        return g.op("Div", weights, g.op("Where", none, g.scalar("one", 1, length), length));
    }
}
