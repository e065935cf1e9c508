package gemwright.source.sklearn.tree;

import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// The attributes of `TreeEnsemble` (ai.onnx.ml 5): branches and leaves are numbered apart, over
/// all trees, and each leaf speaks of one target, so a tree stands once for each.
final class DoubleTrees {
    private static final int AT_MOST = 0;
    private static final int MEMBER = 6;

    private final LongStream.Builder roots = LongStream.builder();
    private final LongStream.Builder features = LongStream.builder();
    private final LongStream.Builder yes = LongStream.builder();
    private final LongStream.Builder no = LongStream.builder();
    private final LongStream.Builder yesIsLeaf = LongStream.builder();
    private final LongStream.Builder noIsLeaf = LongStream.builder();
    private final LongStream.Builder missing = LongStream.builder();
    private final DoubleStream.Builder thresholds = DoubleStream.builder();
    private final DoubleStream.Builder members = DoubleStream.builder();
    private final ByteArrayOutputStream modes = new ByteArrayOutputStream();
    private final LongStream.Builder targets = LongStream.builder();
    private final DoubleStream.Builder weights = DoubleStream.builder();
    private int branches;
    private int leaves;

    /// Adds what a tree says of one of its targets.
    void add(BinaryTree tree, int target) {
        int[] places = number(tree);
        roots.add(branches);
        if (tree.isLeaf(0)) {
            // a branch whose ways both lead to the one leaf: a root has to be a branch
            branch(AT_MOST, 0, 0, false, places[0], true, places[0], true);
        }
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node)) {
                targets.add(tree.firstTarget() + target);
                weights.add(tree.weight(node, target));
                leaves++;
            } else {
                askFor(tree.numbers(node));
                int ifYes = tree.yes(node);
                int ifNo = tree.no(node);
                branch(
                        tree.numbers(node).isEmpty() ? AT_MOST : MEMBER,
                        tree.feature(node),
                        tree.threshold(node),
                        tree.missingYes(node),
                        places[ifYes],
                        tree.isLeaf(ifYes),
                        places[ifNo],
                        tree.isLeaf(ifNo));
            }
        }
    }

    /// The numbers of a question, and NaN behind them.
    private void askFor(List<Integer> numbers) {
        if (!numbers.isEmpty()) {
            numbers.forEach(members::add);
            members.add(Double.NaN);
        }
    }

    /// The number of each node among the branches, or among the leaves.
    private int[] number(BinaryTree tree) {
        int[] places = new int[tree.size()];
        int branch = branches;
        int leaf = leaves;
        for (int node = 0; node < places.length; node++) {
            places[node] = tree.isLeaf(node) ? leaf++ : branch++;
        }
        return places;
    }

    private void branch(
            int mode,
            int feature,
            double threshold,
            boolean missingYes,
            int ifYes,
            boolean yesLeaf,
            int ifNo,
            boolean noLeaf) {
        modes.write(mode);
        features.add(feature);
        thresholds.add(threshold);
        missing.add(missingYes ? 1 : 0);
        yes.add(ifYes);
        no.add(ifNo);
        yesIsLeaf.add(yesLeaf ? 1 : 0);
        noIsLeaf.add(noLeaf ? 1 : 0);
        branches++;
    }

    /// The sums, `[N, targets]` of doubles.
    Value sum(Value x, int targetCount, EstimatorGraph g) {
        NodeBuilder node =
                g.node("TreeEnsemble")
                        .domain(Domain.ML)
                        .inputs(x)
                        .attribute("n_targets", targetCount)
                        .attribute("aggregate_function", 1) // sum
                        .attribute("post_transform", 0) // none
                        .attribute("tree_roots", roots.build().toArray())
                        .attribute("nodes_featureids", features.build().toArray())
                        .attribute("nodes_splits", tensor(thresholds.build().toArray()))
                        .attribute("nodes_modes", modes())
                        .attribute("nodes_truenodeids", yes.build().toArray())
                        .attribute("nodes_falsenodeids", no.build().toArray())
                        .attribute("nodes_trueleafs", yesIsLeaf.build().toArray())
                        .attribute("nodes_falseleafs", noIsLeaf.build().toArray())
                        .attribute("nodes_missing_value_tracks_true", missing.build().toArray())
                        .attribute("leaf_targetids", targets.build().toArray())
                        .attribute("leaf_weights", tensor(weights.build().toArray()));
        double[] sets = members.build().toArray();
        if (sets.length > 0) {
            node.attribute("membership_values", tensor(sets));
        }
        return node.output(ElementType.DOUBLE);
    }

    private Tensor modes() {
        byte[] bytes = modes.toByteArray();
        return new Tensor("", ElementType.UINT8, Longs.of(bytes.length), TensorData.of(bytes));
    }

    private static Tensor tensor(double[] values) {
        return Tensor.of("", values, values.length);
    }
}
