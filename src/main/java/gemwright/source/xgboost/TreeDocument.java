package gemwright.source.xgboost;

import gemwright.base.Problem;
import gemwright.format.document.Section;
import gemwright.source.xgboost.BoosterTree.Leaves;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads one tree of a booster document: arrays with an entry for each node.
final class TreeDocument {
    private final Section tree;
    private final int groups;
    private final int[] left;
    private final int[] right;

    /// @param groups targets of the booster, all of which a leaf may speak of
    TreeDocument(Section tree, int groups) throws Problem {
        this.tree = tree;
        this.groups = groups;
        left = tree.integers("left_children");
        right = ofAll(tree.integers("right_children"), "right_children");
        if (left.length == 0) {
            throw tree.unreadable("left_children");
        }
    }

    BoosterTree read() throws Problem {
        float[] condition = tree.floats("split_conditions");
        boolean[] defaultLeft = flags("default_left");
        if (condition.length != left.length) {
            throw tree.unreadable("split_conditions");
        }
        return new BoosterTree(
                left,
                right,
                ofAll(tree.integers("split_indices"), "split_indices"),
                condition,
                defaultLeft,
                categories(),
                leaves(condition));
    }

    private int[] ofAll(int[] values, String name) throws Problem {
        if (values.length != left.length) {
            throw tree.unreadable(name);
        }
        return values;
    }

    private boolean[] flags(String name) throws Problem {
        int[] numbers = ofAll(tree.integers(name), name);
        boolean[] flags = new boolean[numbers.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = numbers[i] != 0;
        }
        return flags;
    }

    /// Leaves with one number have it where others have their condition. Leaves with a number for
    /// each target have them in `leaf_weights`, at the place in `right_children` (since 3.1), or in
    /// `base_weights`, node after node.
    private Leaves leaves(float[] condition) throws Problem {
        int targets = tree.section("tree_param").integer("size_leaf_vector", 1);
        if (targets <= 1) {
            return Leaves.single(condition);
        }
        boolean compact = tree.has("leaf_weights");
        String name = compact ? "leaf_weights" : "base_weights";
        float[] weights = tree.floats(name);
        boolean sound = targets == groups;
        for (int node = 0; node < left.length; node++) {
            int place = compact ? right[node] : node;
            sound &= left[node] >= 0 || (place >= 0 && place < weights.length / targets);
        }
        if (!sound) {
            throw tree.unreadable(name);
        }
        return new Vectors(weights, targets, compact ? right : new int[0]);
    }

    private static final class Vectors implements Leaves {
        private final float[] values;
        private final int targets;
        private final int[] places;

        Vectors(float[] values, int targets, int[] places) {
            this.values = values;
            this.targets = targets;
            this.places = places;
        }

        @Override
        public int targets() {
            return targets;
        }

        @Override
        public float value(int leaf, int target) {
            int place = places.length > 0 ? places[leaf] : leaf;
            return values[place * targets + target];
        }
    }

    /// The categories that go right, by node; every node that asks for categories has an entry.
    private Map<Integer, List<Integer>> categories() throws Problem {
        Map<Integer, List<Integer>> byNode = new HashMap<>();
        if (!tree.has("split_type")) { // since 1.2
            return byNode;
        }
        boolean[] categorical = flags("split_type");
        int[] nodes = tree.integers("categories_nodes");
        int[] starts = tree.integers("categories_segments");
        int[] sizes = tree.integers("categories_sizes");
        int[] all = tree.integers("categories");
        if (starts.length != nodes.length || sizes.length != nodes.length) {
            throw tree.unreadable("categories_nodes");
        }
        for (int i = 0; i < nodes.length; i++) {
            boolean sound =
                    starts[i] >= 0 && sizes[i] >= 0 && (long) starts[i] + sizes[i] <= all.length;
            if (!sound || nodes[i] < 0 || nodes[i] >= left.length || !categorical[nodes[i]]) {
                throw tree.unreadable("categories_segments");
            }
            List<Integer> members = new ArrayList<>();
            for (int c = starts[i]; c < starts[i] + sizes[i]; c++) {
                members.add(all[c]);
            }
            byNode.put(nodes[i], members.stream().distinct().toList());
        }
        for (int node = 0; node < left.length; node++) {
            if (categorical[node] && left[node] >= 0 && !byNode.containsKey(node)) {
                throw tree.unreadable("categories_nodes");
            }
        }
        return byNode;
    }
}
