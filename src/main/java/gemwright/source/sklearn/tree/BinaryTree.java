package gemwright.source.sklearn.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A decision tree without a library: from node 0 on, each node asks one question of one column, or
/// is a leaf with a number for each of its targets. Children have higher numbers than their parent.
public final class BinaryTree {
    /// In place of a column: the node is a leaf.
    static final int LEAF = -1;

    private final int firstTarget;
    private final int targets;
    private final int[] features;
    private final double[] thresholds;
    private final boolean[] missingYes;
    private final int[] yes;
    private final int[] no;
    private final double[] weights;
    private final Map<Integer, List<Integer>> members = new HashMap<>();

    /// A tree of that many nodes, all of them leaves that say 0.
    ///
    /// @param firstTarget the first of the targets that its leaves speak of
    /// @param targets how many targets each leaf has a number for
    public BinaryTree(int nodes, int firstTarget, int targets) {
        this.firstTarget = firstTarget;
        this.targets = targets;
        features = new int[nodes];
        Arrays.fill(features, LEAF);
        thresholds = new double[nodes];
        missingYes = new boolean[nodes];
        yes = new int[nodes];
        no = new int[nodes];
        weights = new double[Math.multiplyExact(nodes, targets)];
    }

    /// Makes a node ask whether a column is at most the threshold.
    public void atMost(
            int node, int feature, double threshold, int ifYes, int ifNo, boolean ifMissing) {
        branch(node, feature, threshold, ifYes, ifNo);
        missingYes[node] = ifMissing;
    }

    /// Makes a node ask whether a column is one of these numbers, at least one.
    public void oneOf(
            int node, int feature, List<Integer> numbers, int ifYes, int ifNo, boolean ifMissing) {
        branch(node, feature, numbers.getFirst(), ifYes, ifNo);
        missingYes[node] = ifMissing;
        members.put(node, List.copyOf(numbers));
    }

    private void branch(int node, int feature, double number, int ifYes, int ifNo) {
        if (feature < 0 || Math.min(ifYes, ifNo) <= node || Math.max(ifYes, ifNo) >= size()) {
            throw new IllegalArgumentException(node + " of " + size() + ": " + ifYes + ", " + ifNo);
        }
        features[node] = feature;
        thresholds[node] = number;
        yes[node] = ifYes;
        no[node] = ifNo;
    }

    /// Sets what a leaf says of one of its targets.
    public void weight(int node, int target, double weight) {
        weights[node * targets + target] = weight;
    }

    /// How many trained numbers it holds: thresholds, and what leaves say.
    public long numbers() {
        int leaves = leaves().length;
        return (long) leaves * targets + (size() - leaves);
    }

    int size() {
        return features.length;
    }

    int firstTarget() {
        return firstTarget;
    }

    int targets() {
        return targets;
    }

    boolean isLeaf(int node) {
        return features[node] == LEAF;
    }

    int feature(int node) {
        return features[node];
    }

    double threshold(int node) {
        return thresholds[node];
    }

    /// The numbers that the node asks for; none where it asks for at most its threshold.
    List<Integer> numbers(int node) {
        return members.getOrDefault(node, List.of());
    }

    /// Whether a missing number counts as yes.
    boolean missingYes(int node) {
        return missingYes[node];
    }

    int yes(int node) {
        return yes[node];
    }

    int no(int node) {
        return no[node];
    }

    double weight(int node, int target) {
        return weights[node * targets + target];
    }

    /// The places of the leaves.
    int[] leaves() {
        return IntStream.range(0, size()).filter(this::isLeaf).toArray();
    }

    /// The same questions, with the leaves counted from 0 in place of what they say.
    BinaryTree counted(int target) {
        BinaryTree tree = new BinaryTree(size(), target, 1);
        System.arraycopy(features, 0, tree.features, 0, size());
        System.arraycopy(thresholds, 0, tree.thresholds, 0, size());
        System.arraycopy(missingYes, 0, tree.missingYes, 0, size());
        System.arraycopy(yes, 0, tree.yes, 0, size());
        System.arraycopy(no, 0, tree.no, 0, size());
        tree.members.putAll(members);
        int[] leaves = leaves();
        for (int i = 0; i < leaves.length; i++) {
            tree.weight(leaves[i], 0, i);
        }
        return tree;
    }
}
