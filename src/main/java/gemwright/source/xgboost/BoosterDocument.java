package gemwright.source.xgboost;

import gemwright.base.Problem;
import gemwright.format.document.Item;
import gemwright.format.document.JsonDocument;
import gemwright.format.document.Section;
import gemwright.format.document.UbjsonDocument;
import gemwright.source.sklearn.Category;
import gemwright.source.xgboost.Booster.Terms;
import gemwright.source.xgboost.Booster.Tree;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads a booster from JSON or UBJSON: `Booster.save_model` since 1.0, and what a pickled booster
/// holds, which is the same inside of `Model`, with the training configuration beside it.
final class BoosterDocument {
    private static final String LIBRARY = "XGBoost";

    private final Section learner;
    private final Optional<Section> configuration;
    private final String version;
    private final int features;
    private final int groups;

    private BoosterDocument(Section document) throws Problem {
        boolean serialized = document.has("Model");
        Section model = serialized ? document.section("Model") : document;
        configuration =
                serialized && document.has("Config")
                        ? Optional.of(document.section("Config"))
                        : Optional.empty();
        learner = model.section("learner");
        Section parameters = learner.section("learner_model_param");
        features = parameters.integer("num_feature");
        groups =
                Math.max(
                        1,
                        Math.max(
                                parameters.integer("num_class"),
                                parameters.integer("num_target", 1)));
        version = version(model);
        if (features < 0) {
            throw parameters.unreadable("num_feature");
        }
    }

    /// Reads a booster.
    ///
    /// @param where the file, for the message
    static Booster read(MemorySegment bytes, String where) throws Problem {
        boolean json = bytes.byteSize() < 2 || isJson(bytes);
        Item document = json ? JsonDocument.read(bytes, where) : UbjsonDocument.read(bytes, where);
        return new BoosterDocument(Section.of(document, LIBRARY, where)).booster();
    }

    /// After the brace JSON has a quotation mark or white space, UBJSON a letter.
    private static boolean isJson(MemorySegment bytes) {
        byte second = bytes.get(ValueLayout.JAVA_BYTE, 1);
        return second == '"' || Character.isWhitespace(second);
    }

    private static String version(Section model) throws Problem {
        if (!model.has("version")) {
            return "";
        }
        int[] numbers = model.integers("version");
        return String.join(".", Arrays.stream(numbers).mapToObj(Integer::toString).toList());
    }

    private Booster booster() throws Problem {
        Section parameters = learner.section("learner_model_param");
        return new Booster(
                version,
                learner.section("objective").text("name"),
                features,
                names("feature_names"),
                names("feature_types"),
                codings(),
                groups,
                parameters.integer("num_class"),
                baseScore(parameters),
                learner.has("attributes")
                        ? learner.section("attributes").plainTexts()
                        : java.util.Map.of(),
                terms(learner.section("gradient_booster")));
    }

    private List<String> names(String member) throws Problem {
        List<String> names = learner.has(member) ? learner.texts(member) : List.of();
        if (!names.isEmpty() && names.size() != features) {
            throw learner.unreadable(member);
        }
        return names;
    }

    /// One number up to 2.x, `[…]` with one for each group since.
    private List<Double> baseScore(Section parameters) throws Problem {
        String text = parameters.text("base_score").replaceAll("[\\[\\]\\s]", "");
        List<Double> scores = new ArrayList<>();
        try {
            for (String number : text.split(",", -1)) {
                scores.add(Double.parseDouble(number));
            }
        } catch (NumberFormatException wrong) {
            throw parameters.unreadable("base_score").causedBy(wrong);
        }
        if (scores.size() != 1 && scores.size() != groups) {
            throw parameters.unreadable("base_score");
        }
        return scores;
    }

    private Terms terms(Section booster) throws Problem {
        String name = booster.text("name");
        return switch (name) {
            case "gbtree" -> trees(booster.section("model"), new float[0]);
            case "dart" ->
                    trees(
                            booster.section("gbtree").section("model"),
                            booster.floats("weight_drop"));
            case "gblinear" -> weights(booster.section("model"));
            default -> throw booster.unreadable("name");
        };
    }

    private Terms weights(Section model) throws Problem {
        double[] weights = model.numbers("weights");
        if (weights.length != (features + 1L) * groups) {
            throw model.unreadable("weights");
        }
        return new Booster.Weights(Arrays.stream(weights).boxed().toList());
    }

    private Terms trees(Section model, float[] factors) throws Problem {
        List<Section> sections = model.sections("trees");
        int[] group = model.integers("tree_info");
        if (group.length != sections.size()
                || (factors.length > 0 && factors.length != group.length)
                || Arrays.stream(group).anyMatch(g -> g < 0 || g >= groups)) {
            throw model.unreadable("tree_info");
        }
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            Section section = sections.get(i);
            if (section.integer("id", i) != i) {
                throw section.unreadable("id");
            }
            TreeDocument tree = new TreeDocument(section, groups);
            trees.add(new Tree(tree.read(), group[i], factors.length > 0 ? factors[i] : 1));
        }
        return new Booster.Trees(trees, ends(model, trees));
    }

    private List<Integer> ends(Section model, List<Tree> trees) throws Problem {
        if (model.has("iteration_indptr")) { // since 2.0
            int[] ends = model.integers("iteration_indptr");
            boolean sound =
                    ends.length > 0 && ends[0] == 0 && ends[ends.length - 1] == trees.size();
            for (int i = 1; i < ends.length; i++) {
                sound &= ends[i] >= ends[i - 1];
            }
            if (!sound) {
                throw model.unreadable("iteration_indptr");
            }
            return Arrays.stream(ends).skip(1).boxed().toList();
        }
        long step = (long) parallel(model) * groups;
        if (step <= 0 || trees.size() % step != 0) {
            throw model.unreadable("gbtree_model_param/num_parallel_tree");
        }
        List<Integer> ends = new ArrayList<>();
        for (long end = step; end <= trees.size(); end += step) {
            ends.add((int) end);
        }
        return ends;
    }

    /// Trees that grow in one iteration for one group. Up to 1.5 only a pickled booster tells it;
    /// the library then takes 1, which makes a difference only where it stops early.
    private int parallel(Section model) throws Problem {
        Section parameters = model.section("gbtree_model_param");
        if (parameters.has("num_parallel_tree")) {
            return parameters.integer("num_parallel_tree");
        }
        if (configuration.isPresent()) {
            Section booster = configuration.get().section("learner").section("gradient_booster");
            Section trained = booster.has("gbtree") ? booster.section("gbtree") : booster;
            if (trained.has("gbtree_train_param")) {
                return trained.section("gbtree_train_param").integer("num_parallel_tree", 1);
            }
        }
        return 1;
    }

    /// The categories of each column (since 3.1).
    private List<Coding> codings() throws Problem {
        Section booster = learner.section("gradient_booster");
        Section inner = booster.has("gbtree") ? booster.section("gbtree") : booster;
        Section model = inner.section("model");
        if (!model.has("cats")) {
            return List.of();
        }
        List<Coding> codings = new ArrayList<>();
        for (Section column : model.section("cats").sections("enc")) {
            codings.add(column.has("offsets") ? texts(column) : numbers(column));
        }
        if (!codings.isEmpty() && codings.size() != features) {
            throw model.unreadable("cats");
        }
        return codings.stream().allMatch(Coding::isEmpty) ? List.of() : codings;
    }

    /// Texts one after the other, in bytes; the offsets may count characters, see [Coding.Legible].
    private static Coding texts(Section column) throws Problem {
        int[] offsets = column.integers("offsets");
        double[] codes = column.numbers("values");
        byte[] bytes = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            bytes[i] = (byte) codes[i];
        }
        List<Category> texts = new ArrayList<>();
        Coding.Legible legible = Coding.Legible.ALL;
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i - 1] < 0 || offsets[i] < offsets[i - 1] || offsets[i] > bytes.length) {
                throw column.unreadable("offsets");
            }
            byte[] text = Arrays.copyOfRange(bytes, offsets[i - 1], offsets[i]);
            boolean beyondAscii =
                    new String(text, StandardCharsets.ISO_8859_1).chars().anyMatch(c -> c > 127);
            if (beyondAscii && legible == Coding.Legible.ALL) {
                boolean last = i == offsets.length - 1;
                legible = last ? Coding.Legible.ALL_BUT_LAST : Coding.Legible.NONE;
            }
            texts.add(new Category.Text(new String(text, StandardCharsets.UTF_8)));
        }
        return new Coding(texts, legible);
    }

    private static Coding numbers(Section column) throws Problem {
        List<Category> numbers = new ArrayList<>();
        for (double value : column.numbers("values")) {
            numbers.add(new Category.Numeric(value));
        }
        return Coding.of(numbers);
    }
}
