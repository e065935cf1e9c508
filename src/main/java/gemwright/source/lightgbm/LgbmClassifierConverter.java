package gemwright.source.lightgbm;

import gemwright.base.Problem;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;

import java.util.List;
import java.util.Set;

/// `LGBMClassifier`: the booster's probabilities.
final class LgbmClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("lightgbm.sklearn.LGBMClassifier");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return PickledBooster.of(fitted).columns();
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        PickledBooster booster = PickledBooster.of(fitted);
        BoosterAnswers answers = booster.answers();
        return answers.classify(booster.labels(answers), x, g);
    }
}
