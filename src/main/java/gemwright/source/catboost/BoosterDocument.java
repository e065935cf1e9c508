package gemwright.source.catboost;

import gemwright.base.Problem;
import gemwright.format.document.Item;
import gemwright.format.document.JsonDocument;
import gemwright.format.document.Section;
import gemwright.source.catboost.Planting.Shape;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.tree.BinaryTree;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the JSON that `save_model(format="json")` writes.
final class BoosterDocument {
    private static final int DEEPEST = 64;
    private static final int DEEPEST_OBLIVIOUS = 16;

    private final Map<Integer, FloatColumn> columns = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Section root;
    private int targets;

    private BoosterDocument(Section root) {
        this.root = root;
    }

    /// The booster of a document.
    static Booster read(MemorySegment bytes, String where) throws Problem {
        Section root = Section.of(JsonDocument.read(bytes, where), "CatBoost", where);
        return new BoosterDocument(root).booster(where);
    }

    private Booster booster(String where) throws Problem {
        Section info = root.section("features_info");
        for (String other :
                List.of("categorical_features", "text_features", "embedding_features")) {
            if (info.has(other)) {
                throw Problem.of("catboost.features", where, other.replace('_', ' '));
            }
        }
        int features = columns(info.sections("float_features"));
        List<Item> scaleAndBias = root.items("scale_and_bias");
        if (scaleAndBias.size() != 2 || !(scaleAndBias.getFirst() instanceof Item.Scalar scale)) {
            throw root.unreadable("scale_and_bias");
        }
        List<Double> bias = numbers(scaleAndBias.getLast());
        targets = bias.size();
        List<BinaryTree> trees = new ArrayList<>();
        if (root.has("oblivious_trees")) {
            for (Section tree : root.sections("oblivious_trees")) {
                trees.add(oblivious(tree));
            }
        } else {
            for (Section tree : root.sections("trees")) {
                trees.add(Planting.shaped(shape(tree, 0), targets));
            }
        }
        return finished(features, trees, scale.value(), bias);
    }

    private Booster finished(int features, List<BinaryTree> trees, double scale, List<Double> bias)
            throws Problem {
        Section notes = root.section("model_info");
        Optional<Labels> labels = Optional.empty();
        if (notes.has("class_params")) {
            labels = Optional.of(Settings.labels(notes.section("class_params")));
        }
        Optional<String> border =
                notes.has("binclass_probability_threshold")
                        ? Optional.of(notes.text("binclass_probability_threshold"))
                        : Optional.empty();
        boolean named = names.stream().noneMatch(String::isEmpty) && names.size() == features;
        return new Booster(
                features,
                named ? names : List.of(),
                targets,
                trees,
                scale,
                bias,
                Settings.loss(notes.section("params")),
                labels,
                Settings.border(border, notes));
    }

    private int columns(List<Section> sections) throws Problem {
        int features = 0;
        for (Section section : sections) {
            double[] borders = section.has("borders") ? section.numbers("borders") : new double[0];
            List<Double> rounded = new ArrayList<>();
            for (double border : borders) {
                rounded.add((double) (float) border);
            }
            int place = section.integer("flat_feature_index");
            if (place < 0 || place > sections.size()) {
                throw section.unreadable("flat_feature_index");
            }
            boolean above = section.text("nan_value_treatment").equals("AsTrue");
            columns.put(section.integer("feature_index"), new FloatColumn(place, rounded, above));
            names.add(section.has("feature_id") ? section.text("feature_id") : "");
            features = Math.max(features, place + 1);
        }
        return features;
    }

    private BinaryTree oblivious(Section tree) throws Problem {
        List<FloatColumn.Split> splits = new ArrayList<>();
        for (Section split : tree.has("splits") ? tree.sections("splits") : List.<Section>of()) {
            splits.add(split(split));
        }
        double[] values = tree.numbers("leaf_values");
        if (splits.size() > DEEPEST_OBLIVIOUS || values.length != targets << splits.size()) {
            throw tree.unreadable("leaf_values");
        }
        return Planting.oblivious(
                splits, targets, (leaf, target) -> values[leaf * targets + target]);
    }

    private FloatColumn.Split split(Section split) throws Problem {
        FloatColumn column =
                split.text("split_type").equals("FloatFeature")
                        ? columns.get(split.integer("float_feature_index"))
                        : null;
        if (column == null) {
            throw split.unreadable("split_type");
        }
        return new FloatColumn.Split(column, (float) split.number("border"));
    }

    private Shape shape(Section node, int depth) throws Problem {
        if (depth > DEEPEST) {
            throw node.unreadable("left");
        }
        if (node.has("split")) {
            return new Shape.Question(
                    split(node.section("split")),
                    shape(node.section("left"), depth + 1),
                    shape(node.section("right"), depth + 1));
        }
        List<Double> values =
                numbers(node.get("value").orElseThrow(() -> node.unreadable("value")));
        if (values.size() != targets) {
            throw node.unreadable("value");
        }
        return new Shape.Leaf(values);
    }

    private List<Double> numbers(Item item) throws Problem {
        List<Double> numbers = new ArrayList<>();
        switch (item) {
            case Item.Scalar(double value) -> numbers.add(value);
            case Item.Numbers several -> {
                for (int i = 0; i < several.size(); i++) {
                    numbers.add(several.at(i));
                }
            }
            case Item.Items _, Item.Fields _, Item.Text _, Item.Flag _, Item.Nothing _ ->
                    throw root.unreadable("scale_and_bias");
        }
        return numbers;
    }
}
