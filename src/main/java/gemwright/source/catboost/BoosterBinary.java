package gemwright.source.catboost;

import gemwright.base.Problem;
import gemwright.format.document.JsonDocument;
import gemwright.format.document.Section;
import gemwright.format.flatbuffer.FlatTable;
import gemwright.source.catboost.Planting.Shape;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.tree.BinaryTree;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a `.cbm`: `CBM1`, a length, and a FlatBuffer (`model.fbs`, `features.fbs`).
final class BoosterBinary {
    static final MemorySegment MAGIC =
            MemorySegment.ofArray("CBM1".getBytes(StandardCharsets.US_ASCII)).asReadOnly();

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int DEEPEST = 64;
    private static final int DEEPEST_OBLIVIOUS = 16;
    private static final int MOST_TARGETS = 100_000;

    // TModelCore
    private static final int TREES = 1;
    private static final int NOTES = 2;

    // TModelTrees
    private static final int DIMENSION = 0;
    private static final int SPLITS = 1;
    private static final int SIZES = 2;
    private static final int STARTS = 3;
    private static final int CATEGORICAL = 4;
    private static final int FLOATS = 5;
    private static final int LEAVES = 8;
    private static final int STEPS = 10;
    private static final int LEAF_OF_NODE = 11;
    private static final int TEXTS = 12;
    private static final int ESTIMATED = 13;
    private static final int SCALE = 14;
    private static final int BIAS = 15;
    private static final int BIASES = 16;
    private static final int EMBEDDINGS = 18;

    // TFloatFeature
    private static final int FLAT_INDEX = 2;
    private static final int BORDERS = 3;
    private static final int FEATURE_ID = 4;
    private static final int MISSING = 5;
    private static final int MISSING_ABOVE = 2;

    private final String where;
    private final FlatTable trees;
    private final Map<String, String> notes = new HashMap<>();
    private final List<FloatColumn.Split> splits = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final int targets;
    private int features;

    private BoosterBinary(FlatTable core, String where) throws Problem {
        this.where = where;
        this.trees = core.table(TREES).orElseThrow(() -> damaged("no trees"));
        for (FlatTable pair : core.tables(NOTES)) {
            notes.put(pair.text(0).orElse(""), pair.text(1).orElse(""));
        }
        this.targets = trees.integer(DIMENSION, 0);
        if (targets < 1 || targets > MOST_TARGETS) {
            throw damaged("dimension " + targets);
        }
    }

    /// The booster of a file.
    static Booster read(MemorySegment bytes, String where) throws Problem {
        long head = MAGIC.byteSize() + Integer.BYTES;
        if (bytes.byteSize() < head) {
            throw Problem.of("catboost.damaged", where, "it ends after " + bytes.byteSize());
        }
        long size = Integer.toUnsignedLong(bytes.get(INT, MAGIC.byteSize()));
        if (size > bytes.byteSize() - head) {
            throw Problem.of(
                    "catboost.damaged",
                    where,
                    "its core claims "
                            + size
                            + " bytes, "
                            + (bytes.byteSize() - head)
                            + " are left");
        }
        FlatTable core = FlatTable.root(bytes.asSlice(head, size), where);
        return new BoosterBinary(core, where).booster();
    }

    private Booster booster() throws Problem {
        requireNumbersOnly();
        columns();
        int[] sizes = trees.integers(SIZES);
        int[] starts = trees.integers(STARTS);
        int[] asked = trees.integers(SPLITS);
        if (starts.length != sizes.length) {
            throw damaged("tree starts");
        }
        List<BinaryTree> planted =
                trees.count(STEPS, Integer.BYTES) == 0
                        ? oblivious(sizes, starts, asked)
                        : shaped(sizes, starts, asked);
        double[] bias = trees.reals(BIASES);
        if (bias.length == 0) {
            bias = new double[targets];
            java.util.Arrays.fill(bias, trees.real(BIAS, 0));
        }
        if (bias.length != targets) {
            throw damaged("biases");
        }
        List<Double> biases = new ArrayList<>();
        for (double one : bias) {
            biases.add(one);
        }
        boolean named = names.size() == features && names.stream().noneMatch(String::isEmpty);
        return new Booster(
                features,
                named ? names : List.of(),
                targets,
                planted,
                trees.real(SCALE, 1),
                biases,
                Settings.loss(note("params")),
                labels(),
                Settings.border(
                        Optional.ofNullable(notes.get("binclass_probability_threshold")),
                        note("params")));
    }

    private void requireNumbersOnly() throws Problem {
        if (trees.count(CATEGORICAL, Integer.BYTES) > 0) {
            throw Problem.of("catboost.features", where, "categorical features");
        }
        if (trees.count(TEXTS, Integer.BYTES) > 0 || trees.count(ESTIMATED, Integer.BYTES) > 0) {
            throw Problem.of("catboost.features", where, "text features");
        }
        if (trees.count(EMBEDDINGS, Integer.BYTES) > 0) {
            throw Problem.of("catboost.features", where, "embedding features");
        }
    }

    /// A split is known by its place among the borders of all columns.
    private void columns() throws Problem {
        List<FlatTable> tables = trees.tables(FLOATS);
        for (FlatTable table : tables) {
            List<Double> borders = new ArrayList<>();
            for (double border : table.floats(BORDERS)) {
                borders.add(border);
            }
            int place = table.integer(FLAT_INDEX, -1);
            if (place < 0 || place > tables.size()) {
                throw damaged("column " + place);
            }
            boolean above = table.octet(MISSING, 0) == MISSING_ABOVE;
            FloatColumn column = new FloatColumn(place, borders, above);
            borders.forEach(border -> splits.add(new FloatColumn.Split(column, border)));
            names.add(table.text(FEATURE_ID).orElse(""));
            features = Math.max(features, place + 1);
        }
    }

    private FloatColumn.Split split(int place) throws Problem {
        if (place < 0 || place >= splits.size()) {
            throw damaged("split " + place);
        }
        return splits.get(place);
    }

    private List<BinaryTree> oblivious(int[] sizes, int[] starts, int[] asked) throws Problem {
        double[] leaves = trees.reals(LEAVES);
        List<BinaryTree> planted = new ArrayList<>();
        int first = 0;
        for (int t = 0; t < sizes.length; t++) {
            int depth = sizes[t];
            boolean fits =
                    depth >= 0
                            && depth <= DEEPEST_OBLIVIOUS
                            && starts[t] >= 0
                            && starts[t] <= asked.length - depth
                            && leaves.length - first >= (long) targets << depth;
            if (!fits) {
                throw damaged("tree " + t);
            }
            List<FloatColumn.Split> levels = new ArrayList<>();
            for (int level = 0; level < depth; level++) {
                levels.add(split(asked[starts[t] + level]));
            }
            int from = first;
            planted.add(
                    Planting.oblivious(
                            levels,
                            targets,
                            (leaf, target) -> leaves[from + leaf * targets + target]));
            first += targets << depth;
        }
        return planted;
    }

    private List<BinaryTree> shaped(int[] sizes, int[] starts, int[] asked) throws Problem {
        int[] steps = trees.pairs(STEPS);
        int[] leafOfNode = trees.integers(LEAF_OF_NODE);
        if (leafOfNode.length != asked.length || steps.length != 2 * asked.length) {
            throw damaged("nodes");
        }
        double[] leaves = trees.reals(LEAVES);
        List<BinaryTree> planted = new ArrayList<>();
        for (int t = 0; t < sizes.length; t++) {
            if (sizes[t] < 1 || starts[t] < 0 || starts[t] > asked.length - sizes[t]) {
                throw damaged("tree " + t);
            }
            Nodes nodes =
                    new Nodes(
                            asked,
                            steps,
                            leafOfNode,
                            leaves,
                            starts[t] + sizes[t],
                            scaleOfLeaves(leafOfNode, leaves));
            planted.add(Planting.shaped(nodes.shape(starts[t], 0), targets));
        }
        return planted;
    }

    /// Whether nodes name the first number of a leaf, or the leaf: with several targets the largest
    /// of them tells.
    private int scaleOfLeaves(int[] leafOfNode, double[] leaves) {
        int largest = 0;
        for (int leaf : leafOfNode) {
            largest = Math.max(largest, leaf);
        }
        return largest >= leaves.length / targets ? 1 : targets;
    }

    /// The nodes of one tree: each asks, and a step of 0 ends at the node's own leaf.
    private final class Nodes {
        private final int[] asked;
        private final int[] steps;
        private final int[] leafOfNode;
        private final double[] leaves;
        private final int end;
        private final int perLeaf;

        Nodes(int[] asked, int[] steps, int[] leafOfNode, double[] leaves, int end, int perLeaf) {
            this.asked = asked;
            this.steps = steps;
            this.leafOfNode = leafOfNode;
            this.leaves = leaves;
            this.end = end;
            this.perLeaf = perLeaf;
        }

        Shape shape(int node, int depth) throws Problem {
            if (node >= end || depth > DEEPEST) {
                throw damaged("node " + node);
            }
            int below = steps[2 * node];
            int above = steps[2 * node + 1];
            if (below == 0 && above == 0) {
                return leaf(node);
            }
            return new Shape.Question(
                    split(asked[node]),
                    below == 0 ? leaf(node) : shape(node + below, depth + 1),
                    above == 0 ? leaf(node) : shape(node + above, depth + 1));
        }

        private Shape leaf(int node) throws Problem {
            long first = (long) leafOfNode[node] * perLeaf;
            if (first < 0 || first > leaves.length - targets) {
                throw damaged("leaf of node " + node);
            }
            List<Double> values = new ArrayList<>();
            for (int target = 0; target < targets; target++) {
                values.add(leaves[(int) first + target]);
            }
            return new Shape.Leaf(values);
        }
    }

    private Optional<Labels> labels() throws Problem {
        return notes.containsKey("class_params")
                ? Optional.of(Settings.labels(note("class_params")))
                : Optional.empty();
    }

    private Section note(String name) throws Problem {
        String text = Optional.ofNullable(notes.get(name)).orElseThrow(() -> damaged("no " + name));
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Section.of(
                JsonDocument.read(MemorySegment.ofArray(utf8), where + ", " + name),
                "CatBoost",
                where + ", " + name);
    }

    private Problem damaged(String why) {
        return Problem.of("catboost.damaged", where, why);
    }
}
