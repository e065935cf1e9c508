package gemwright.source.lightgbm;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.source.sklearn.Category;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the text of a booster: `name=value` lines, first of the whole, then of each tree.
final class BoosterText {
    private static final String TREE = "Tree=";
    private static final String END = "end of trees";
    private static final String PANDAS = "pandas_categorical:";
    private static final int MOST_LEAVES = 1 << 24;

    private final String where;
    private final List<String> lines;
    private int at;

    private BoosterText(String text, String where) {
        this.where = where;
        this.lines = text.lines().toList();
    }

    /// The booster of a text.
    ///
    /// @param where the file, for the message
    static Booster read(String text, String where) throws Problem {
        return new BoosterText(text, where).booster();
    }

    private Booster booster() throws Problem {
        Section head = section("the beginning");
        String version = head.text("version");
        int features = head.integer("max_feature_idx") + 1;
        List<String> names = List.of(head.text("feature_names").split(" ", -1));
        int perIteration = head.integer("num_tree_per_iteration");
        if (names.size() != features || perIteration < 1) {
            throw head.unreadable("feature_names");
        }
        List<LeafTree> trees = new ArrayList<>();
        while (at < lines.size() && lines.get(at).startsWith(TREE)) {
            trees.add(tree(features));
        }
        if (at >= lines.size() || !lines.get(at).strip().equals(END)) {
            throw damaged("trees", "their end is not there");
        }
        if (trees.isEmpty() || trees.size() % perIteration != 0) {
            throw damaged("trees", trees.size() + " of them");
        }
        return new Booster(
                version,
                perIteration,
                features,
                names,
                categorical(head, features),
                head.find("objective").orElse(""),
                head.has("average_output"),
                trees,
                categories());
    }

    /// Columns of categories list them, others their range.
    private static List<Boolean> categorical(Section head, int features) throws Problem {
        String[] infos = head.find("feature_infos").orElse("").split(" ", -1);
        List<Boolean> categorical = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            categorical.add(i < infos.length && infos[i].matches("-?[0-9]+(:-?[0-9]+)+"));
        }
        return categorical;
    }

    private LeafTree tree(int features) throws Problem {
        String name = lines.get(at++).strip();
        Section tree = section(name);
        int leaves = tree.integer("num_leaves");
        if (leaves < 1 || leaves > MOST_LEAVES) {
            throw tree.unreadable("num_leaves");
        }
        LeafTree read =
                new LeafTree(
                        nodes(tree, leaves - 1),
                        tree.numbers("leaf_value", leaves),
                        linear(tree, leaves, features));
        if (!read.isSound(features)) {
            throw damaged(name, "its nodes are no tree");
        }
        return read;
    }

    private static LeafTree.Nodes nodes(Section tree, int inner) throws Problem {
        int categorical = tree.find("num_cat").isPresent() ? tree.integer("num_cat") : 0;
        if (inner == 0) {
            return new LeafTree.Nodes(
                    new int[0],
                    new double[0],
                    new int[0],
                    new int[0],
                    new int[0],
                    new int[1],
                    new long[0]);
        }
        int[] starts = new int[1];
        long[] bits = new long[0];
        if (categorical > 0) {
            starts = tree.integers("cat_boundaries", Math.addExact(categorical, 1));
            bits = tree.wholes("cat_threshold");
        }
        return new LeafTree.Nodes(
                tree.integers("split_feature", inner),
                tree.numbers("threshold", inner),
                tree.integers("decision_type", inner),
                tree.integers("left_child", inner),
                tree.integers("right_child", inner),
                starts,
                bits);
    }

    private static Optional<LeafTree.Linear> linear(Section tree, int leaves, int features)
            throws Problem {
        if (tree.find("is_linear").isEmpty() || tree.integer("is_linear") == 0) {
            return Optional.empty();
        }
        int[] counts = tree.integers("num_features", leaves);
        long[] columns = tree.wholes("leaf_features");
        double[] slopes = tree.numbers("leaf_coeff", columns.length);
        List<int[]> columnsByLeaf = new ArrayList<>();
        List<double[]> slopesByLeaf = new ArrayList<>();
        int from = 0;
        for (int count : counts) {
            if (count < 0 || from + count > columns.length) {
                throw tree.unreadable("num_features");
            }
            int[] own = new int[count];
            for (int i = 0; i < count; i++) {
                long column = columns[from + i];
                if (column < 0 || column >= features) {
                    throw tree.unreadable("leaf_features");
                }
                own[i] = (int) column;
            }
            columnsByLeaf.add(own);
            slopesByLeaf.add(Arrays.copyOfRange(slopes, from, from + count));
            from += count;
        }
        double[] constants = tree.numbers("leaf_const", leaves);
        return Optional.of(new LeafTree.Linear(constants, columnsByLeaf, slopesByLeaf));
    }

    /// What pandas held as categories, in the last line.
    private List<List<Category>> categories() throws Problem {
        for (int i = lines.size() - 1; i >= at; i--) {
            String line = lines.get(i).strip();
            if (line.startsWith(PANDAS)) {
                return categories(
                        Json.parse(line.substring(PANDAS.length()), where + ", " + PANDAS));
            }
        }
        return List.of();
    }

    private List<List<Category>> categories(@Nullable Object columns) throws Problem {
        if (columns == null) {
            return List.of();
        }
        List<List<Category>> all = new ArrayList<>();
        if (!(columns instanceof List<?> list)) {
            throw damaged(PANDAS, "no list");
        }
        for (Object column : list) {
            if (!(column instanceof List<?> values)) {
                throw damaged(PANDAS, "no list of lists");
            }
            List<Category> categories = new ArrayList<>();
            for (Object value : values) {
                categories.add(
                        switch (value) {
                            case String text -> new Category.Text(text);
                            case Number number -> new Category.Numeric(number.doubleValue());
                            case Boolean truth -> new Category.Numeric(truth ? 1 : 0);
                            default -> throw damaged(PANDAS, String.valueOf(value));
                        });
            }
            all.add(categories);
        }
        return all;
    }

    /// The lines up to the next tree or the end of all trees.
    private Section section(String name) {
        Map<String, String> values = new HashMap<>();
        for (; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith(TREE) || line.startsWith(END)) {
                break;
            }
            int equals = line.indexOf('=');
            String key = equals < 0 ? line.strip() : line.substring(0, equals);
            values.putIfAbsent(key, equals < 0 ? "" : line.substring(equals + 1));
        }
        return new Section(name, values);
    }

    private Problem damaged(String part, String why) {
        return Problem.of("lightgbm.damaged", where + ", " + part, why);
    }

    /// Values by their names.
    private final class Section {
        private final String name;
        private final Map<String, String> values;

        Section(String name, Map<String, String> values) {
            this.name = name;
            this.values = values;
        }

        boolean has(String key) {
            return values.containsKey(key);
        }

        Optional<String> find(String key) {
            return Optional.ofNullable(values.get(key));
        }

        String text(String key) throws Problem {
            return find(key).orElseThrow(() -> unreadable(key));
        }

        int integer(String key) throws Problem {
            return integers(key, 1)[0];
        }

        Problem unreadable(String key) {
            return damaged(name, key);
        }

        int[] integers(String key, int count) throws Problem {
            long[] wholes = wholes(key);
            if (wholes.length != count) {
                throw unreadable(key);
            }
            int[] integers = new int[count];
            for (int i = 0; i < count; i++) {
                if (wholes[i] != (int) wholes[i]) {
                    throw unreadable(key);
                }
                integers[i] = (int) wholes[i];
            }
            return integers;
        }

        long[] wholes(String key) throws Problem {
            String[] words = words(key);
            long[] wholes = new long[words.length];
            try {
                for (int i = 0; i < wholes.length; i++) {
                    wholes[i] = Long.parseLong(words[i]);
                }
                return wholes;
            } catch (NumberFormatException none) {
                throw unreadable(key);
            }
        }

        double[] numbers(String key, int count) throws Problem {
            String[] words = words(key);
            if (words.length != count) {
                throw unreadable(key);
            }
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = number(words[i], key);
            }
            return numbers;
        }

        private double number(String word, String key) throws Problem {
            try {
                return switch (word) {
                    case "inf" -> Double.POSITIVE_INFINITY;
                    case "-inf" -> Double.NEGATIVE_INFINITY;
                    case "nan", "-nan" -> Double.NaN;
                    default -> Double.parseDouble(word);
                };
            } catch (NumberFormatException none) {
                throw unreadable(key);
            }
        }

        private String[] words(String key) throws Problem {
            String value = text(key).strip();
            return value.isEmpty() ? new String[0] : value.split(" +");
        }
    }
}
