package gemwright.source.lightgbm;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Matrix;

import java.util.List;

/// Leaves that weigh columns: a constant and slopes, or the plain value of the leaf where one of
/// its columns is missing (`Tree::Predict` with `linear_tree`).
final class LinearLeaves {
    private LinearLeaves() {}

    /// The sums, `[N, targets]` in double.
    ///
    /// @param x the columns as doubles, `[N, features]`
    /// @param reached which leaf each tree reaches, int64 `[N, trees]`
    /// @param factor what the sums are multiplied by
    static Value sums(
            List<LeafTree> trees,
            Booster booster,
            Value x,
            Value reached,
            double factor,
            EstimatorGraph g) {
        int features = booster.features();
        int leaves = trees.stream().mapToInt(LeafTree::leaves).sum();
        double[] slopes = new double[Math.multiplyExact(leaves, features)];
        double[] used = new double[slopes.length];
        double[] constants = new double[leaves];
        double[] values = new double[leaves];
        long[] offsets = new long[trees.size()];
        double[] targets = new double[trees.size() * booster.perIteration()];
        int at = 0;
        for (int t = 0; t < trees.size(); t++) {
            offsets[t] = at;
            targets[t * booster.perIteration() + t % booster.perIteration()] = factor;
            for (int leaf = 0; leaf < trees.get(t).leaves(); leaf++, at++) {
                fill(trees.get(t), leaf, at, features, slopes, used, constants, values);
            }
        }
        Value places = g.op("Add", reached, g.integers("offsets", offsets)); // [N, trees]
        Value missing = g.op("IsNaN", x);
        Value numbers = g.op("Where", missing, g.scalar("zero", 0, x), x);
        Value own = gathered("slopes", new Matrix(leaves, features, slopes), places, g);
        Value sums = summed(own, g.reshape(numbers.as(ElementType.DOUBLE), 0, 1, -1), g);
        Value lines = g.op("Add", sums, g.op("Gather", g.doubles("const", constants), places));
        Value gaps = g.cast(missing.as(ElementType.BOOL), ElementType.DOUBLE);
        Value needed = gathered("used", new Matrix(leaves, features, used), places, g);
        Value lacking = summed(needed, g.reshape(gaps, 0, 1, -1), g); // [N, trees]
        Value lacks = g.op("Greater", lacking, g.scalar("zero", 0, lacking));
        Value plain = g.op("Gather", g.doubles("value", values), places);
        Value said = g.op("Where", lacks, plain, lines); // [N, trees]
        Matrix perTarget = new Matrix(trees.size(), booster.perIteration(), targets);
        return g.op("MatMul", said, g.doubles("targets", perTarget)).as(ElementType.DOUBLE);
    }

    private static void fill(
            LeafTree tree,
            int leaf,
            int at,
            int features,
            double[] slopes,
            double[] used,
            double[] constants,
            double[] values) {
        values[at] = tree.value(leaf);
        constants[at] = tree.value(leaf);
        if (tree.linear().isPresent()) {
            LeafTree.Linear linear = tree.linear().get();
            constants[at] = linear.constant(leaf);
            int[] columns = linear.columns(leaf);
            for (int i = 0; i < columns.length; i++) {
                slopes[at * features + columns[i]] += linear.slopes(leaf)[i];
                used[at * features + columns[i]] = 1;
            }
        }
    }

    private static Value gathered(String hint, Matrix table, Value places, EstimatorGraph g) {
        return g.op("Gather", g.doubles(hint, table), places).as(ElementType.DOUBLE);
    }

    /// Products along the columns, added up: `[N, trees]`.
    private static Value summed(Value table, Value row, EstimatorGraph g) {
        Value products = g.op("Mul", table, row).as(ElementType.DOUBLE);
        return g.node("ReduceSum")
                .inputs(products, g.integers("axes", 2))
                .attribute("keepdims", 0)
                .output(ElementType.DOUBLE);
    }
}
