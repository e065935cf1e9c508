package gemwright.source.catboost;

import gemwright.base.Problem;
import gemwright.source.Summary.Producer;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.StandaloneModel;

import java.util.LinkedHashMap;
import java.util.Map;

/// A booster in a file of its own: says what the wrapper says that loads it.
final class CatboostModel implements StandaloneModel {
    private final Booster booster;

    CatboostModel(Booster booster) {
        this.booster = booster;
    }

    @Override
    public String name() {
        return "catboost";
    }

    @Override
    public Columns columns() {
        return BoosterAnswers.columns(booster);
    }

    @Override
    public Answer answer(Features x, EstimatorGraph g) throws Problem {
        BoosterAnswers answers = new BoosterAnswers(booster, name());
        return answers.isClassifier()
                ? new Classes(answers.classify(x, g))
                : new Numbers(answers.predict(x, g));
    }

    @Override
    public Facts facts() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("loss_function", booster.loss());
        settings.put("dimension", Integer.toString(booster.targets()));
        long parameters = booster.trees().stream().mapToLong(tree -> tree.numbers()).sum();
        return new Facts(
                "catboost",
                new Producer("CatBoost", ""),
                parameters,
                Map.of("Tree", booster.trees().size()),
                settings);
    }
}
