package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.format.pickle.NumpyArray;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.Matrix;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One tree of a histogram gradient boosting (`TreePredictor`).
///
/// A number goes left where `x <= num_threshold` in double. A category goes left where its bit is
/// set, right where it was seen otherwise; one that was not seen goes where a missing one goes
/// (`_predict_one_from_raw_data`).
final class HistTree {
    private final Estimator predictor;
    private final HistBins bins;
    private final long[] left;
    private final long[] right;
    private final long[] feature;
    private final long[] leaf;
    private final long[] missingLeft;
    private final long[] categorical;
    private final long[] bitset;
    private final double[] threshold;
    private final double[] value;
    private final Matrix leftCategories;

    HistTree(Estimator predictor, HistBins bins) throws Problem {
        this.predictor = predictor;
        this.bins = bins;
        NumpyArray nodes = predictor.array("nodes");
        left = integers(nodes, "left");
        right = integers(nodes, "right");
        feature = integers(nodes, "feature_idx");
        leaf = integers(nodes, "is_leaf");
        missingLeft = integers(nodes, "missing_go_to_left");
        threshold =
                numbers(
                        nodes,
                        nodes.field("num_threshold").isPresent() ? "num_threshold" : "threshold");
        value = numbers(nodes, "value");
        boolean knowsCategories = nodes.field("is_categorical").isPresent(); // since 0.24
        categorical = knowsCategories ? integers(nodes, "is_categorical") : new long[leaf.length];
        bitset = knowsCategories ? integers(nodes, "bitset_idx") : new long[leaf.length];
        leftCategories =
                knowsCategories
                        ? predictor.matrix("raw_left_cat_bitsets") // [splits, 8 words of 32 bits]
                        : new Matrix(0, 8, new double[0]);
        check();
    }

    /// As a tree that speaks of one target.
    BinaryTree read(int target) throws Problem {
        BinaryTree tree = new BinaryTree(left.length, target, 1);
        for (int node = 0; node < left.length; node++) {
            if (leaf[node] != 0) {
                tree.weight(node, 0, value[node]);
            } else if (categorical[node] != 0) {
                askCategory(tree, node);
            } else {
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

    private void askCategory(BinaryTree tree, int node) throws Problem {
        boolean othersLeft = missingLeft[node] != 0;
        int found = (int) (othersLeft ? right[node] : left[node]);
        int others = (int) (othersLeft ? left[node] : right[node]);
        int column = (int) feature[node];
        List<Integer> categories = List.copyOf(asked(node));
        if (categories.isEmpty()) {
            tree.atMost(node, column, Double.NEGATIVE_INFINITY, found, others, false);
        } else {
            tree.oneOf(node, column, categories, found, others, false);
        }
    }

    /// The categories that a node asks for: those of the left, or, where all others go left, those
    /// of the right.
    private Set<Integer> asked(int node) throws Problem {
        Set<Integer> lefts = new TreeSet<>();
        int row = (int) bitset[node];
        if (row < 0 || row >= leftCategories.rows()) {
            throw predictor.unreadable("raw_left_cat_bitsets");
        }
        for (int category = 0; category < 32 * leftCategories.columns(); category++) {
            long word = (long) leftCategories.at(row, category / 32);
            if ((word >> category % 32 & 1) != 0) {
                lefts.add(category);
            }
        }
        if (missingLeft[node] == 0) {
            return lefts;
        }
        Set<Integer> rights = new TreeSet<>(bins.known((int) feature[node]));
        rights.removeAll(lefts);
        return rights;
    }

    private void check() throws Problem {
        for (int node = 0; node < left.length; node++) {
            boolean sound =
                    left[node] > node
                            && right[node] > node
                            && Math.max(left[node], right[node]) < left.length
                            && feature[node] >= 0
                            && feature[node] < bins.features();
            if (leaf[node] == 0 && !sound) {
                throw predictor.unreadable("nodes");
            }
        }
        if (left.length == 0) {
            throw predictor.unreadable("nodes");
        }
    }

    private long[] integers(NumpyArray nodes, String field) throws Problem {
        NumpyArray column = nodes.field(field).orElseThrow(() -> predictor.unreadable("nodes"));
        if (!column.holdsIntegers()) {
            throw predictor.unreadable("nodes");
        }
        return column.integers();
    }

    private double[] numbers(NumpyArray nodes, String field) throws Problem {
        NumpyArray column = nodes.field(field).orElseThrow(() -> predictor.unreadable("nodes"));
        if (!column.holdsNumbers()) {
            throw predictor.unreadable("nodes");
        }
        return column.doubles();
    }
}
