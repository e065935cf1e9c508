package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// `PolynomialFeatures`: products of columns, by degree and then in the order of the columns.
///
/// Each product of a degree is one of the degree below times one more column.
final class PolynomialFeaturesConverter implements EstimatorConverter.Transformer {
    /// Beyond that the model would be of no use to anybody.
    private static final int MOST = 100_000;

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.PolynomialFeatures");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        int lowest = fitted.has("_min_degree") ? fitted.integer("_min_degree") : 0; // since 1.0
        int highest =
                fitted.has("_max_degree")
                        ? fitted.integer("_max_degree")
                        : fitted.integer("degree");
        boolean distinct = fitted.flag("interaction_only", false);
        Value value = x.doubles(g);
        List<Features> parts = new ArrayList<>();
        if (fitted.flag("include_bias", true)) {
            parts.add(Features.of(g.everyRow(x, new double[] {1}), 1));
        }
        List<List<Integer>> terms = new ArrayList<>();
        IntStream.range(0, x.width()).forEach(i -> terms.add(List.of(i)));
        Value products = value;
        for (int degree = 1; degree <= highest && !terms.isEmpty(); degree++) {
            if (degree > 1) {
                products = next(fitted, terms, products, value, x.width(), distinct, g);
            }
            if (degree >= Math.max(1, lowest) && !terms.isEmpty()) {
                parts.add(Features.of(products, terms.size()));
            }
        }
        if (parts.isEmpty()) {
            throw fitted.refuse("sklearn.noColumns");
        }
        return Features.join(parts);
    }

    /// The products of the next degree; `terms` become theirs.
    private static Value next(
            Estimator fitted,
            List<List<Integer>> terms,
            Value products,
            Value value,
            int width,
            boolean distinct,
            EstimatorGraph g)
            throws Problem {
        List<Integer> before = new ArrayList<>();
        List<Integer> factors = new ArrayList<>();
        List<List<Integer>> longer = new ArrayList<>();
        // combinations in lexicographic order: the first column counts most
        for (int i = 0; i < terms.size(); i++) {
            int last = terms.get(i).getLast();
            for (int column = distinct ? last + 1 : last; column < width; column++) {
                List<Integer> term = new ArrayList<>(terms.get(i));
                term.add(column);
                longer.add(term);
                before.add(i);
                factors.add(column);
            }
        }
        if (longer.size() > MOST) {
            throw fitted.unsupported("degree");
        }
        int count = terms.size();
        terms.clear();
        terms.addAll(longer);
        return longer.isEmpty()
                ? products
                : g.op("Mul", g.columns(products, count, before), g.columns(value, width, factors));
    }
}
