package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.format.pickle.NumpyArray;
import gemwright.source.sklearn.Estimator;

import java.util.List;

/// The tree inside a decision tree estimator (`sklearn.tree._tree.Tree`).
///
/// A node sends `float32(x) <= threshold` left. From 1.3 on a node knows where missing numbers go;
/// before, there could be none.
final class FittedTree {
    /// Euler's and Mascheroni's constant.
    private static final double EULER = 0.5772156649015329;

    private final Estimator owner;
    private final long[] left;
    private final long[] right;
    private final long[] feature;
    private final double[] threshold;
    private final long[] missingLeft;
    private final NumpyArray values;
    private final boolean isShares;

    private FittedTree(Estimator owner, NumpyArray nodes, NumpyArray values) throws Problem {
        this.owner = owner;
        this.values = values;
        left = integers(nodes, "left_child");
        right = integers(nodes, "right_child");
        feature = integers(nodes, "feature");
        threshold = nodes.field("threshold").orElseThrow(() -> unreadable("nodes")).doubles();
        isShares = nodes.field("missing_go_to_left").isPresent(); // both came with 1.3
        missingLeft = isShares ? integers(nodes, "missing_go_to_left") : new long[left.length];
    }

    /// The tree of a fitted decision tree.
    static FittedTree of(Estimator fitted) throws Problem {
        Estimator tree = fitted.part("tree_");
        NumpyArray values = tree.array("values"); // [nodes, outputs, classes]
        FittedTree read = new FittedTree(tree, tree.array("nodes"), values);
        if (values.shape().size() != 3
                || values.shape().getFirst() != read.left.length
                || read.left.length == 0
                || !values.holdsNumbers()) {
            throw tree.unreadable("values");
        }
        read.check(fitted.integer("n_features_in_"));
        return read;
    }

    /// As a tree whose leaves give the share of each class, output after output.
    ///
    /// @param classes number of classes of each output
    BinaryTree shares(List<Integer> classes) throws Problem {
        int outputs = values.shape().get(1);
        int padded = values.shape().get(2);
        if (outputs != classes.size() || classes.stream().anyMatch(count -> count > padded)) {
            throw unreadable("values");
        }
        double[] all = values.doubles();
        BinaryTree tree = branches(0, classes.stream().mapToInt(Integer::intValue).sum());
        for (int node = 0; node < left.length; node++) {
            int target = 0;
            for (int output = 0; output < outputs; output++) {
                int first = (node * outputs + output) * padded;
                // counts up to 1.2, shares since, which are taken as they are
                double sum = isShares ? 1 : sum(all, first, classes.get(output));
                for (int c = 0; c < classes.get(output); c++) {
                    tree.weight(node, target++, sum == 0 ? 0 : all[first + c] / sum);
                }
            }
        }
        return tree;
    }

    /// As a tree whose leaves give a number for each output.
    ///
    /// @param factor what each number is multiplied by
    BinaryTree numbers(int firstTarget, double factor) throws Problem {
        int outputs = values.shape().get(1);
        if (values.shape().get(2) != 1) {
            throw unreadable("values");
        }
        double[] all = values.doubles();
        BinaryTree tree = branches(firstTarget, outputs);
        for (int node = 0; node < left.length; node++) {
            for (int output = 0; output < outputs; output++) {
                tree.weight(node, output, factor * all[node * outputs + output]);
            }
        }
        return tree;
    }

    /// As a tree whose leaves give 1 for a target of their own.
    ///
    /// @param reached the leaves that have one, in the order of their targets
    BinaryTree places(int firstTarget, double[] reached) throws Problem {
        BinaryTree tree = branches(firstTarget, reached.length);
        for (int target = 0; target < reached.length; target++) {
            int node = (int) reached[target];
            if (node != reached[target] || node < 0 || node >= left.length || left[node] >= 0) {
                throw unreadable("nodes");
            }
            tree.weight(node, target, 1);
        }
        return tree;
    }

    /// As a tree whose leaves give the number of questions on the way to them, and how many more
    /// the training rows left in them would take.
    ///
    /// @param columns which columns of all the tree was shown, in their order
    BinaryTree depths(long[] columns) throws Problem {
        BinaryTree tree = new BinaryTree(left.length, 0, 1);
        long[] rows = integers(owner.array("nodes"), "n_node_samples");
        double[] depth = new double[left.length];
        for (int node = 0; node < left.length; node++) {
            if (left[node] < 0) {
                tree.weight(node, 0, depth[node] + averagePath((double) rows[node]));
                continue;
            }
            if (feature[node] >= columns.length) {
                throw unreadable("nodes");
            }
            depth[(int) left[node]] = depth[node] + 1;
            depth[(int) right[node]] = depth[node] + 1;
            tree.atMost(
                    node,
                    (int) columns[(int) feature[node]],
                    threshold[node],
                    (int) left[node],
                    (int) right[node],
                    missingLeft[node] != 0);
        }
        return tree;
    }

    /// How many questions it takes on average to set one of so many rows apart (equation 1).
    static double averagePath(double rows) {
        if (rows <= 1) {
            return 0;
        }
        return rows == 2 ? 1 : 2 * (Math.log(rows - 1) + EULER) - 2 * (rows - 1) / rows;
    }

    /// What each column contributed to the fit, `[features]`: the mean decrease of impurity, with a
    /// sum of 1 where there is any.
    double[] importances(int features) throws Problem {
        double[] impurity = numbers("impurity");
        double[] weight = numbers("weighted_n_node_samples");
        double[] importances = new double[features];
        for (int node = 0; node < left.length; node++) {
            if (left[node] >= 0) {
                int yes = (int) left[node];
                int no = (int) right[node];
                importances[(int) feature[node]] +=
                        weight[node] * impurity[node]
                                - weight[yes] * impurity[yes]
                                - weight[no] * impurity[no];
            }
        }
        double sum = 0;
        for (int i = 0; i < features; i++) {
            importances[i] /= weight[0];
            sum += importances[i];
        }
        for (int i = 0; i < features && sum > 0; i++) {
            importances[i] /= sum;
        }
        return importances;
    }

    /// Whether the tree is a single leaf.
    boolean isLeaf() {
        return left.length == 1;
    }

    private double[] numbers(String field) throws Problem {
        return owner.array("nodes").field(field).orElseThrow(() -> unreadable("nodes")).doubles();
    }

    private BinaryTree branches(int firstTarget, int targets) {
        BinaryTree tree = new BinaryTree(left.length, firstTarget, targets);
        for (int node = 0; node < left.length; node++) {
            if (left[node] >= 0) {
                tree.atMost(
                        node,
                        (int) feature[node],
                        threshold[node],
                        (int) left[node],
                        (int) right[node],
                        missingLeft[node] != 0);
            }
        }
        return tree;
    }

    /// Nodes come before their children, so that no walk can go in circles; columns exist.
    private void check(int features) throws Problem {
        for (int node = 0; node < left.length; node++) {
            boolean leaf = left[node] < 0;
            boolean sound =
                    left[node] > node
                            && right[node] > node
                            && Math.max(left[node], right[node]) < left.length
                            && feature[node] >= 0
                            && feature[node] < features;
            if (!leaf && !sound) {
                throw unreadable("nodes");
            }
        }
    }

    private static double sum(double[] all, int first, int count) {
        double sum = 0;
        for (int i = first; i < first + count; i++) {
            sum += all[i];
        }
        return sum;
    }

    private long[] integers(NumpyArray nodes, String field) throws Problem {
        NumpyArray column = nodes.field(field).orElseThrow(() -> unreadable("nodes"));
        if (!column.holdsIntegers()) {
            throw unreadable("nodes");
        }
        return column.integers();
    }

    private Problem unreadable(String attribute) {
        return owner.unreadable(attribute);
    }
}
