package gemwright.source.xgboost;

import gemwright.source.sklearn.tree.BinaryTree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A tree of XGBoost (`RegTree`): nodes in any order, from node 0 on, deleted ones among them.
///
/// A number goes left where `x < condition` in float32; a category goes right where it is one of
/// the node's; a missing value goes the node's default way (`GetNextNode` in `predict_fn.h`).
final class BoosterTree {
    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final float[] condition;
    private final boolean[] defaultLeft;
    private final Map<Integer, List<Integer>> categories;
    private final Leaves leaves;

    /// What the leaves say.
    interface Leaves {
        /// How many targets they speak of.
        int targets();

        /// What a leaf says of a target.
        float value(int leaf, int target);

        /// Leaves that speak of one target; takes the array as it is.
        static Leaves single(float[] values) {
            return new Leaves() {
                @Override
                public int targets() {
                    return 1;
                }

                @Override
                public float value(int leaf, int target) {
                    return values[leaf];
                }
            };
        }
    }

    /// Takes the arrays as they are: nobody else may change them afterwards.
    ///
    /// @param left child by node, negative for a leaf
    /// @param categories those that go right, by node; only of nodes that ask for categories
    BoosterTree(
            int[] left,
            int[] right,
            int[] feature,
            float[] condition,
            boolean[] defaultLeft,
            Map<Integer, List<Integer>> categories,
            Leaves leaves) {
        this.left = left;
        this.right = right;
        this.feature = feature;
        this.condition = condition;
        this.defaultLeft = defaultLeft;
        this.categories = Map.copyOf(categories);
        this.leaves = leaves;
    }

    /// How many nodes are stored.
    int size() {
        return left.length;
    }

    /// The tree for [gemwright.source.sklearn.tree.TreeSum]; empty where it is damaged: a node that
    /// is reached twice or is not there, a column that is not there, a condition that is no number.
    ///
    /// @param features number of columns
    /// @param firstTarget the first target that it speaks of
    /// @param factor what leaves are multiplied by
    Optional<BinaryTree> planted(int features, int firstTarget, double factor) {
        Optional<int[]> order = order(features);
        return order.map(nodes -> planted(nodes, firstTarget, factor));
    }

    private BinaryTree planted(int[] order, int firstTarget, double factor) {
        int[] place = new int[left.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        BinaryTree tree = new BinaryTree(order.length, firstTarget, leaves.targets());
        for (int i = 0; i < order.length; i++) {
            int node = order[i];
            if (left[node] >= 0) {
                ask(tree, i, node, place[left[node]], place[right[node]]);
            }
            for (int target = 0; left[node] < 0 && target < leaves.targets(); target++) {
                tree.weight(i, target, factor * leaves.value(node, target));
            }
        }
        return tree;
    }

    private void ask(BinaryTree tree, int at, int node, int lefts, int rights) {
        List<Integer> asked = categories.getOrDefault(node, List.of());
        if (!asked.isEmpty()) {
            tree.oneOf(at, feature[node], asked, rights, lefts, !defaultLeft[node]);
            return;
        }
        // for floats, x < t is x <= the float before t; a category that is none of none goes left
        double most =
                categories.containsKey(node)
                        ? Double.POSITIVE_INFINITY
                        : Math.nextDown(condition[node]);
        tree.atMost(at, feature[node], most, lefts, rights, defaultLeft[node]);
    }

    /// The nodes that can be reached, parents before children; empty where the tree is damaged.
    private Optional<int[]> order(int features) {
        boolean[] seen = new boolean[left.length];
        int[] order = new int[left.length];
        int count = 0;
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int node = open.pop();
            if (node < 0 || node >= left.length || seen[node] || !isSound(node, features)) {
                return Optional.empty();
            }
            seen[node] = true;
            order[count++] = node;
            if (left[node] >= 0) {
                open.push(right[node]);
                open.push(left[node]);
            }
        }
        return Optional.of(Arrays.copyOf(order, count));
    }

    private boolean isSound(int node, int features) {
        return left[node] < 0
                || (feature[node] >= 0
                        && feature[node] < features
                        && !Float.isNaN(condition[node]));
    }
}
