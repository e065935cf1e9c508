package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.Set;

/// `LocallyLinearEmbedding` for new rows: the weights that rebuild a row from its nearest training
/// rows (Roweis, Saul 2000) rebuild its place from theirs.
final class LocallyLinearConverter implements EstimatorConverter.Transformer {
    /// Elimination is unrolled: some six nodes for each neighbor.
    private static final int MOST_NEIGHBORS = 64;

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.manifold.LocallyLinearEmbedding");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        int count = fitted.integer("n_neighbors");
        if (count > MOST_NEIGHBORS) {
            throw fitted.unsupported("n_neighbors");
        }
        Estimator index = fitted.part("nbrs_");
        Matrix rows = Nearest.rows(index);
        Matrix places = fitted.matrix("embedding_"); // [rows, components]
        if (places.rows() != rows.rows()) {
            throw fitted.unreadable("embedding_");
        }
        Nearest nearest = Nearest.of(index, x, count, g);
        Value self = g.reshape(x.doubles(g), -1, 1, rows.columns());
        Value apart = g.op("Sub", nearest.gathered(rows, g), self).as(ElementType.DOUBLE);
        Value weights = solved(gram(apart, count, fitted.number("reg"), g), count, g);
        Value share = g.op("Div", weights, g.reduce("ReduceSum", weights, 1));
        Value there = g.op("Mul", nearest.gathered(places, g), share).as(ElementType.DOUBLE);
        Value embedded = g.reshape(g.reduce("ReduceSum", there, 1), -1, places.columns());
        return Features.of(embedded.as(ElementType.DOUBLE), places.columns());
    }

    /// Products of the differences `[N, count, width]`, with some of their trace on the diagonal so
    /// that they can be solved, and ones at the right: `[N, count, count + 1]`.
    private static Value gram(Value apart, int count, double regularization, EstimatorGraph g) {
        Value turned =
                g.node("Transpose")
                        .inputs(apart)
                        .attribute("perm", new long[] {0, 2, 1})
                        .output(ElementType.DOUBLE);
        Value products = g.op("MatMul", apart, turned);
        Value squares = g.op("Mul", apart, apart).as(ElementType.DOUBLE);
        Value trace = g.reduce("ReduceSum", g.reduce("ReduceSum", squares, 2), 1); // [N, 1, 1]
        Value some = g.scalar("reg", regularization, trace);
        Value positive = g.op("Greater", trace, g.scalar("zero", 0, trace));
        Value more = g.op("Where", positive, g.op("Mul", trace, some), some);
        Value diagonal = g.op("Mul", more, g.doubles("unit", unit(count)));
        Value regular = g.op("Add", products, diagonal);
        Value one = g.scalar("one", 1, trace);
        Value column = column(regular, 0, g);
        Value ones = g.op("Add", g.op("Sub", column, column), one);
        return g.node("Concat")
                .inputs(regular, ones)
                .attribute("axis", 2)
                .output(ElementType.DOUBLE);
    }

    private static Matrix unit(int count) {
        double[] numbers = new double[count * count];
        for (int i = 0; i < count; i++) {
            numbers[i * count + i] = 1;
        }
        return new Matrix(count, count, numbers);
    }

    /// The last column after Gauss-Jordan elimination, `[N, count, 1]`. The matrices are positive
    /// definite, so that none of the pivots has to be looked for.
    private static Value solved(Value equations, int count, EstimatorGraph g) {
        Value left = equations;
        for (int i = 0; i < count; i++) {
            double[] at = new double[count];
            at[i] = 1;
            Value row =
                    g.node("Gather")
                            .inputs(left, g.integers("row", i))
                            .attribute("axis", 1)
                            .output(ElementType.DOUBLE);
            Value scaled = g.op("Div", row, column(row, i, g));
            Value factors =
                    g.op("Sub", column(left, i, g), g.doubles("pivot", new Matrix(count, 1, at)));
            left = g.op("Sub", left, g.op("Mul", factors, scaled)).as(ElementType.DOUBLE);
        }
        return column(left, count, g);
    }

    private static Value column(Value table, int at, EstimatorGraph g) {
        return g.node("Gather")
                .inputs(table, g.integers("column", at))
                .attribute("axis", 2)
                .output(ElementType.DOUBLE);
    }
}
