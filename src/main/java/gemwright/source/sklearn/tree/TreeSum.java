package gemwright.source.sklearn.tree;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.List;

/// Adds up what the leaves of many trees say: one `TreeEnsembleRegressor`, or with double precision
/// one `TreeEnsemble`, the only tree operator that gives doubles.
///
/// Columns come as doubles and thresholds stay doubles, so every comparison is the one that
/// scikit-learn makes; ONNX Runtime adds in double too.
final class TreeSum {
    private final List<BinaryTree> trees;
    private final double[] base;

    /// @param base what each target starts from
    TreeSum(List<BinaryTree> trees, double[] base) {
        this.trees = List.copyOf(trees);
        this.base = base.clone();
    }

    /// The sums, `[N, targets]`, as [EstimatorGraph#number].
    ///
    /// @param x columns as doubles, `[N, features]`
    Value of(Value x, EstimatorGraph g) {
        return g.number() == ElementType.FLOAT ? floats(x, g) : doubles(x, g);
    }

    private Value floats(Value x, EstimatorGraph g) {
        FloatTrees all = new FloatTrees();
        trees.forEach(all::add);
        return all.sum(x, base, g);
    }

    private Value doubles(Value x, EstimatorGraph g) {
        DoubleTrees all = new DoubleTrees();
        for (BinaryTree tree : trees) {
            for (int target = 0; target < tree.targets(); target++) {
                all.add(tree, target);
            }
        }
        Value sums = all.sum(x, base.length, g);
        return g.op("Add", sums, g.doubles("base", base));
    }
}
