package gemwright.source.lightgbm;

import gemwright.source.sklearn.tree.BinaryTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A tree of LightGBM: inner nodes and leaves counted apart, a child below 0 standing for leaf
/// `~child`.
///
/// A number goes left where it is at most the threshold, a category where its bit is set; what
/// counts as missing goes the node's default way (`NumericalDecision`, `CategoricalDecision`).
final class LeafTree {
    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;
    private static final int MISSING_SHIFT = 2;
    private static final int MISSING_MASK = 3;
    private static final int MISSING_ZERO = 1;
    private static final int MISSING_NAN = 2;

    private final Nodes nodes;
    private final double[] values;
    private final Optional<Linear> linear;

    /// What the inner nodes ask; takes the arrays as they are, nobody may change them.
    static final class Nodes {
        private final int[] columns;
        private final double[] thresholds;
        private final int[] kinds;
        private final int[] left;
        private final int[] right;
        private final int[] starts;
        private final long[] bits;

        /// @param columns asked, by node
        /// @param thresholds by node; of a node that asks for categories, the place in `starts`
        /// @param kinds bits: categories, default left, what counts as missing
        /// @param starts where the bits of each question for categories begin, and the end
        /// @param bits of 32 categories each, the least first
        Nodes(
                int[] columns,
                double[] thresholds,
                int[] kinds,
                int[] left,
                int[] right,
                int[] starts,
                long[] bits) {
            this.columns = columns;
            this.thresholds = thresholds;
            this.kinds = kinds;
            this.left = left;
            this.right = right;
            this.starts = starts;
            this.bits = bits;
        }
    }

    /// What leaves of a linear tree add up.
    static final class Linear {
        private final double[] constants;
        private final List<int[]> columns;
        private final List<double[]> slopes;

        /// @param constants by leaf
        /// @param columns by leaf
        /// @param slopes by leaf, as many as columns
        Linear(double[] constants, List<int[]> columns, List<double[]> slopes) {
            this.constants = constants;
            this.columns = List.copyOf(columns);
            this.slopes = List.copyOf(slopes);
        }

        double constant(int leaf) {
            return constants[leaf];
        }

        int[] columns(int leaf) {
            return columns.get(leaf);
        }

        double[] slopes(int leaf) {
            return slopes.get(leaf);
        }
    }

    /// Which variant of a column a node asks.
    enum Variant {
        /// The number as it is.
        PLAIN,
        /// Missing where it is as good as zero.
        ZERO_MISSING,
        /// Its whole part, a category's code.
        WHOLE
    }

    LeafTree(Nodes nodes, double[] values, Optional<Linear> linear) {
        this.nodes = nodes;
        this.values = values;
        this.linear = linear;
    }

    int leaves() {
        return values.length;
    }

    double value(int leaf) {
        return values[leaf];
    }

    Optional<Linear> linear() {
        return linear;
    }

    long parameters() {
        return values.length + 2L * nodes.columns.length;
    }

    int questions() {
        return nodes.columns.length;
    }

    int column(int node) {
        return nodes.columns[node];
    }

    Variant variant(int node) {
        if ((nodes.kinds[node] & CATEGORICAL) != 0) {
            return Variant.WHOLE;
        }
        return missing(node) == MISSING_ZERO ? Variant.ZERO_MISSING : Variant.PLAIN;
    }

    private int missing(int node) {
        return nodes.kinds[node] >> MISSING_SHIFT & MISSING_MASK;
    }

    /// Whether it is a tree: each node and leaf is reached once, children come after their parents,
    /// columns and bits are there.
    boolean isSound(int features) {
        int inner = questions();
        if (values.length != inner + 1) {
            return false;
        }
        boolean[] reached = new boolean[inner + values.length];
        for (int node = 0; node < inner; node++) {
            boolean asks = nodes.columns[node] >= 0 && nodes.columns[node] < features;
            boolean sorted =
                    variant(node) == Variant.WHOLE
                            ? isPlace(nodes.thresholds[node])
                            : !Double.isNaN(nodes.thresholds[node]);
            if (!asks || !sorted) {
                return false;
            }
            for (int child : new int[] {nodes.left[node], nodes.right[node]}) {
                int place = place(child);
                if (place <= node || place >= reached.length || reached[place]) {
                    return false;
                }
                reached[place] = true;
            }
        }
        return true;
    }

    private boolean isPlace(double threshold) {
        int[] starts = nodes.starts;
        return threshold == (int) threshold
                && threshold >= 0
                && threshold < starts.length - 1
                && starts[(int) threshold] >= 0
                && starts[(int) threshold] <= starts[(int) threshold + 1]
                && starts[(int) threshold + 1] <= nodes.bits.length;
    }

    /// The place of a child in a tree whose leaves stand behind the inner nodes.
    private int place(int child) {
        return child >= 0 ? child : questions() + ~child;
    }

    /// The tree for [gemwright.source.sklearn.tree.TreeSum]; its leaves stand in their order.
    ///
    /// @param columns where the variants of the columns stand
    /// @param target that its leaves speak of
    /// @param factor what leaves are multiplied by
    BinaryTree planted(Variants columns, int target, double factor) {
        BinaryTree tree = new BinaryTree(questions() + values.length, target, 1);
        for (int node = 0; node < questions(); node++) {
            int column = columns.place(column(node), variant(node));
            int left = place(nodes.left[node]);
            int right = place(nodes.right[node]);
            double threshold = nodes.thresholds[node];
            switch (variant(node)) {
                case WHOLE -> {
                    List<Integer> members = members((int) threshold);
                    if (members.isEmpty()) {
                        tree.atMost(node, column, Double.NEGATIVE_INFINITY, left, right, false);
                    } else {
                        tree.oneOf(node, column, members, left, right, false);
                    }
                }
                case ZERO_MISSING ->
                        tree.atMost(node, column, threshold, left, right, isDefaultLeft(node));
                case PLAIN -> {
                    // where NaN is not what counts as missing, it counts as 0
                    boolean ifMissing =
                            missing(node) == MISSING_NAN ? isDefaultLeft(node) : 0 <= threshold;
                    tree.atMost(node, column, threshold, left, right, ifMissing);
                }
            }
        }
        for (int leaf = 0; leaf < values.length; leaf++) {
            tree.weight(questions() + leaf, 0, factor * values[leaf]);
        }
        return tree;
    }

    private boolean isDefaultLeft(int node) {
        return (nodes.kinds[node] & DEFAULT_LEFT) != 0;
    }

    private List<Integer> members(int question) {
        List<Integer> members = new ArrayList<>();
        int first = nodes.starts[question];
        for (int word = first; word < nodes.starts[question + 1]; word++) {
            for (int bit = 0; bit < 32; bit++) {
                if ((nodes.bits[word] >> bit & 1) != 0) {
                    members.add((word - first) * 32 + bit);
                }
            }
        }
        return members;
    }
}
