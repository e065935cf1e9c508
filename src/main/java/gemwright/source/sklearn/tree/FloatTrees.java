package gemwright.source.sklearn.tree;

import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// The attributes of `TreeEnsembleRegressor` (ai.onnx.ml 3), with doubles as thresholds and
/// weights: it compares and adds in double, and gives floats.
final class FloatTrees {
    private final Branches branches = new Branches();
    private final Leaves leaves = new Leaves();
    private int trees;

    /// Adds a tree.
    void add(BinaryTree tree) {
        branches.add(trees, tree);
        leaves.add(trees, tree);
        trees++;
    }

    /// The sums, `[N, targets]` of floats.
    ///
    /// @param base what each target starts from
    Value sum(Value x, double[] base, EstimatorGraph g) {
        NodeBuilder node =
                g.node("TreeEnsembleRegressor")
                        .domain(Domain.ML)
                        .inputs(x)
                        .attribute("n_targets", base.length);
        branches.write(node);
        leaves.write(node);
        return node.attribute("base_values_as_tensor", tensor(base)).output(ElementType.FLOAT);
    }

    /// The attributes that describe nodes. A question for one of several numbers is a chain of
    /// questions for one each, with a common way out; all but the first stand behind the tree.
    private static final class Branches {
        private final LongStream.Builder trees = LongStream.builder();
        private final LongStream.Builder nodes = LongStream.builder();
        private final LongStream.Builder features = LongStream.builder();
        private final LongStream.Builder yes = LongStream.builder();
        private final LongStream.Builder no = LongStream.builder();
        private final LongStream.Builder missing = LongStream.builder();
        private final DoubleStream.Builder thresholds = DoubleStream.builder();
        private final List<String> modes = new ArrayList<>();

        void add(int t, BinaryTree tree) {
            int behind = tree.size();
            for (int node = 0; node < tree.size(); node++) {
                int asked = tree.numbers(node).size();
                if (tree.isLeaf(node)) {
                    put(t, node, "LEAF", 0, 0, 0, 0, false);
                } else if (asked > 0) {
                    int number = tree.numbers(node).getFirst();
                    int otherwise = asked == 1 ? tree.no(node) : behind;
                    put(
                            t,
                            node,
                            "BRANCH_EQ",
                            tree.feature(node),
                            number,
                            tree.yes(node),
                            otherwise,
                            tree.missingYes(node));
                    behind += asked - 1;
                } else {
                    put(
                            t,
                            node,
                            "BRANCH_LEQ",
                            tree.feature(node),
                            tree.threshold(node),
                            tree.yes(node),
                            tree.no(node),
                            tree.missingYes(node));
                }
            }
            chains(t, tree);
        }

        private void chains(int t, BinaryTree tree) {
            int next = tree.size();
            for (int node = 0; node < tree.size(); node++) {
                List<Integer> numbers = tree.numbers(node);
                for (int i = 1; i < numbers.size(); i++) {
                    int at = next++;
                    int otherwise = i == numbers.size() - 1 ? tree.no(node) : next;
                    put(
                            t,
                            at,
                            "BRANCH_EQ",
                            tree.feature(node),
                            numbers.get(i),
                            tree.yes(node),
                            otherwise,
                            tree.missingYes(node));
                }
            }
        }

        private void put(
                int tree,
                int node,
                String mode,
                int feature,
                double threshold,
                int ifYes,
                int ifNo,
                boolean ifMissing) {
            trees.add(tree);
            nodes.add(node);
            modes.add(mode);
            features.add(feature);
            thresholds.add(threshold);
            yes.add(ifYes);
            no.add(ifNo);
            missing.add(ifMissing ? 1 : 0);
        }

        void write(NodeBuilder node) {
            node.attribute("nodes_treeids", trees.build().toArray())
                    .attribute("nodes_nodeids", nodes.build().toArray())
                    .attribute("nodes_featureids", features.build().toArray())
                    .attribute("nodes_modes", modes)
                    .attribute("nodes_values_as_tensor", tensor(thresholds.build().toArray()))
                    .attribute("nodes_truenodeids", yes.build().toArray())
                    .attribute("nodes_falsenodeids", no.build().toArray())
                    .attribute("nodes_missing_value_tracks_true", missing.build().toArray());
        }
    }

    /// The attributes that describe leaves: an entry for each target. Zeros are left out, but not
    /// the last entry of a leaf.
    private static final class Leaves {
        private final LongStream.Builder trees = LongStream.builder();
        private final LongStream.Builder nodes = LongStream.builder();
        private final LongStream.Builder targets = LongStream.builder();
        private final DoubleStream.Builder weights = DoubleStream.builder();

        void add(int t, BinaryTree tree) {
            for (int node = 0; node < tree.size(); node++) {
                for (int target = 0; tree.isLeaf(node) && target < tree.targets(); target++) {
                    double weight = tree.weight(node, target);
                    if (weight != 0 || target == tree.targets() - 1) {
                        trees.add(t);
                        nodes.add(node);
                        targets.add(tree.firstTarget() + target);
                        weights.add(weight);
                    }
                }
            }
        }

        void write(NodeBuilder node) {
            node.attribute("target_treeids", trees.build().toArray())
                    .attribute("target_nodeids", nodes.build().toArray())
                    .attribute("target_ids", targets.build().toArray())
                    .attribute("target_weights_as_tensor", tensor(weights.build().toArray()));
        }
    }

    private static Tensor tensor(double[] values) {
        return Tensor.of("", values, values.length);
    }
}
