package gemwright.source.lightgbm;

import gemwright.base.Problem;
import gemwright.source.Summary.Producer;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.StandaloneModel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// A booster in a file of its own: says what `Booster.predict` says, classes being 0, 1, 2 …
final class LightgbmModel implements StandaloneModel {
    private final Booster booster;

    LightgbmModel(Booster booster) {
        this.booster = booster;
    }

    @Override
    public String name() {
        return "lightgbm";
    }

    @Override
    public Columns columns() {
        return BoosterColumns.of(booster);
    }

    @Override
    public Answer answer(Features x, EstimatorGraph g) throws Problem {
        BoosterAnswers answers = new BoosterAnswers(booster, OptionalInt.empty(), name());
        return answers.isClassifier()
                ? new Classes(answers.classify(Labels.counted(answers.classes()), x, g))
                : new Numbers(answers.predict(x, g));
    }

    @Override
    public Facts facts() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("objective", booster.objective());
        settings.put("trees per iteration", Integer.toString(booster.perIteration()));
        return new Facts(
                "lightgbm",
                new Producer("LightGBM", booster.version()),
                booster.parameters(),
                Map.of("Tree", booster.trees().size()),
                settings);
    }
}
