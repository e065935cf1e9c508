package gemwright.source.xgboost;

import gemwright.base.Problem;
import gemwright.format.document.Item;
import gemwright.format.document.JsonDocument;
import gemwright.format.document.Section;
import gemwright.source.Summary.Producer;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.StandaloneModel;
import gemwright.source.xgboost.Objective.Task;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A booster in a file of its own: says what the scikit-learn wrapper says that loads it, with the
/// best iteration where training stopped early.
final class XgboostModel implements StandaloneModel {
    /// Where the wrapper keeps what it knows of itself.
    private static final String WRAPPER = "scikit_learn";

    private final Booster booster;

    XgboostModel(Booster booster) {
        this.booster = booster;
    }

    @Override
    public String name() {
        return "xgboost";
    }

    @Override
    public Columns columns() {
        return BoosterColumns.of(booster);
    }

    @Override
    public Answer answer(Features x, EstimatorGraph g) throws Problem {
        BoosterAnswers answers =
                new BoosterAnswers(booster, booster.bestIteration(), Double.NaN, name());
        if (!isClassifier(answers.task())) {
            return new Numbers(answers.predict(x, g));
        }
        return new Classes(answers.classify(labels(answers), x, g));
    }

    private boolean isClassifier(Task task) throws Problem {
        Optional<String> kind = Optional.empty();
        Optional<Section> wrapper = wrapper();
        if (wrapper.isPresent() && wrapper.get().has("_estimator_type")) {
            kind = Optional.of(wrapper.get().text("_estimator_type"));
        }
        return kind.map("classifier"::equals).orElse(task != Task.NUMBERS);
    }

    /// The classes: up to 1.5 they may be any numbers or texts, later they are 0, 1, 2 …
    private Labels labels(BoosterAnswers answers) throws Problem {
        if (answers.classes() == 0) {
            return new Labels.Indicators(booster.groups());
        }
        Optional<Section> wrapper = wrapper();
        if (wrapper.isEmpty() || !wrapper.get().has("_le")) {
            return Labels.counted(answers.classes());
        }
        Labels labels = labels(wrapper.get().section("_le"));
        if (labels.size() != answers.classes()) {
            throw wrapper.get().unreadable("_le");
        }
        return labels;
    }

    private static Labels labels(Section encoder) throws Problem {
        List<String> texts = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (Item item : encoder.items("classes_")) {
            switch (item) {
                case Item.Text(var text) -> texts.add(text);
                case Item.Scalar(double value) when value == (long) value ->
                        numbers.add((long) value);
                case Item.Scalar _,
                        Item.Fields _,
                        Item.Items _,
                        Item.Numbers _,
                        Item.Flag _,
                        Item.Nothing _ ->
                        throw encoder.unreadable("classes_");
            }
        }
        if (!texts.isEmpty() && !numbers.isEmpty()) {
            throw encoder.unreadable("classes_");
        }
        return texts.isEmpty() ? new Labels.Numbers(numbers) : new Labels.Texts(texts);
    }

    private Optional<Section> wrapper() throws Problem {
        Optional<String> text = Optional.ofNullable(booster.attributes().get(WRAPPER));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        Item document = JsonDocument.read(MemorySegment.ofArray(bytes), WRAPPER);
        return Optional.of(Section.of(document, "XGBoost", WRAPPER));
    }

    @Override
    public Facts facts() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("objective", booster.objective());
        settings.put("base_score", booster.baseScore().toString());
        booster.attributes()
                .forEach(
                        (name, value) -> {
                            if (!name.equals(WRAPPER)) {
                                settings.put(name, value);
                            }
                        });
        Map<String, Integer> parts =
                switch (booster.terms()) {
                    case Booster.Trees(var trees, _) -> Map.of("Tree", trees.size());
                    case Booster.Weights _ -> Map.of("Linear", 1);
                };
        return new Facts(
                "xgboost",
                new Producer("XGBoost", booster.version()),
                booster.parameters(),
                parts,
                settings);
    }
}
