package gemwright.source.catboost;

import gemwright.source.sklearn.tree.BinaryTree;

import java.util.ArrayList;
import java.util.List;

/// Builds the trees that are added up. A number goes right where it is above the border.
final class Planting {
    private Planting() {}

    /// What leaves say.
    @FunctionalInterface
    interface Leaves {
        double value(int leaf, int target);
    }

    /// An oblivious tree: the same question on each level, the first of them the least bit of the
    /// leaf's number.
    static BinaryTree oblivious(List<FloatColumn.Split> splits, int targets, Leaves leaves) {
        int depth = splits.size();
        int inner = (1 << depth) - 1;
        BinaryTree tree = new BinaryTree(inner + (1 << depth), 0, targets);
        for (int level = 0; level < depth; level++) {
            int first = (1 << level) - 1;
            for (int node = first; node < 2 * first + 1; node++) {
                ask(tree, node, splits.get(level), 2 * node + 1, 2 * node + 2);
            }
        }
        for (int path = 0; path < 1 << depth; path++) {
            // the path's first step is its highest bit, and the leaf's lowest
            int leaf = depth == 0 ? 0 : Integer.reverse(path) >>> (32 - depth);
            for (int target = 0; target < targets; target++) {
                tree.weight(inner + path, target, leaves.value(leaf, target));
            }
        }
        return tree;
    }

    /// Makes a node ask whether a number is above a border.
    static void ask(BinaryTree tree, int node, FloatColumn.Split split, int below, int above) {
        tree.atMost(
                node,
                split.column().place(),
                split.border(),
                below,
                above,
                !split.column().missingAbove());
    }

    /// A node of a tree of any shape: a question, or a leaf.
    sealed interface Shape {
        /// A question with what follows where the number is at most, or above, the border.
        record Question(FloatColumn.Split split, Shape below, Shape above) implements Shape {}

        /// What is said of each target.
        record Leaf(List<Double> values) implements Shape {
            public Leaf {
                values = List.copyOf(values);
            }
        }
    }

    /// A tree of any shape.
    static BinaryTree shaped(Shape root, int targets) {
        List<Shape> nodes = new ArrayList<>(List.of(root));
        List<Integer> below = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            below.add(nodes.size());
            if (nodes.get(i) instanceof Shape.Question question) {
                nodes.add(question.below());
                nodes.add(question.above());
            }
        }
        BinaryTree tree = new BinaryTree(nodes.size(), 0, targets);
        for (int i = 0; i < nodes.size(); i++) {
            switch (nodes.get(i)) {
                case Shape.Question question ->
                        ask(tree, i, question.split(), below.get(i), below.get(i) + 1);
                case Shape.Leaf leaf -> {
                    for (int target = 0; target < targets; target++) {
                        tree.weight(i, target, leaf.values().get(target));
                    }
                }
            }
        }
        return tree;
    }
}
