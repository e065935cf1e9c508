package gemwright.source.sklearn.tree;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Matrix;

import java.util.List;

/// Adds up what the leaves of many trees say.
///
/// Columns come as doubles and thresholds stay doubles, so every comparison is the one that the
/// library makes. ONNX Runtime adds in double too, but the operator gives floats: with double
/// precision it is asked only which leaf each tree reaches, and what the leaves say is looked up
/// and added outside. (`TreeEnsemble` of ai.onnx.ml 5 would give doubles; ONNX Runtime 1.28 takes
/// wrong branches there.)
public final class TreeSum {
    private final List<BinaryTree> trees;
    private final double[] base;

    /// @param base what each target starts from
    public TreeSum(List<BinaryTree> trees, double[] base) {
        this.trees = List.copyOf(trees);
        this.base = base.clone();
    }

    /// The sums, `[N, targets]`, as floats, or doubles where [EstimatorGraph#isExact] says so.
    ///
    /// @param x columns as doubles, `[N, features]`
    public Value of(Value x, EstimatorGraph g) {
        return g.isExact() ? doubles(x, g) : floats(x, g);
    }

    private Value floats(Value x, EstimatorGraph g) {
        FloatTrees all = new FloatTrees();
        trees.forEach(all::add);
        return all.sum(x, base, g);
    }

    /// Which leaf each tree reaches, counted in the order of its nodes: int64 `[N, trees]`.
    ///
    /// @param x columns as doubles, `[N, features]`
    public Value leaves(Value x, EstimatorGraph g) {
        FloatTrees all = new FloatTrees();
        for (int t = 0; t < trees.size(); t++) {
            all.add(trees.get(t).counted(t));
        }
        return g.cast(all.sum(x, new double[trees.size()], g), ElementType.INT64);
    }

    private Value doubles(Value x, EstimatorGraph g) {
        long[] offsets = new long[trees.size()];
        int leaves = 0;
        for (int t = 0; t < trees.size(); t++) {
            offsets[t] = leaves;
            leaves += trees.get(t).leaves().length;
        }
        Value reached = leaves(x, g);
        Value places = g.op("Add", reached, g.integers("offsets", offsets)); // [N, trees]
        Value said = g.op("Gather", g.doubles("leaves", table(leaves)), places);
        Value sums =
                g.node("ReduceSum")
                        .inputs(said.as(ElementType.DOUBLE), g.integers("axes", 1))
                        .attribute("keepdims", 0)
                        .output(ElementType.DOUBLE);
        return g.op("Add", sums, g.doubles("base", base));
    }

    /// What every leaf says of every target, `[leaves, targets]`.
    private Matrix table(int leaves) {
        double[] numbers = new double[Math.multiplyExact(leaves, base.length)];
        int row = 0;
        for (BinaryTree tree : trees) {
            for (int leaf : tree.leaves()) {
                for (int target = 0; target < tree.targets(); target++) {
                    numbers[row * base.length + tree.firstTarget() + target] =
                            tree.weight(leaf, target);
                }
                row++;
            }
        }
        return new Matrix(leaves, base.length, numbers);
    }
}
