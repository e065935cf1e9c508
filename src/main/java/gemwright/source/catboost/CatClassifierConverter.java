package gemwright.source.catboost;

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

/// `CatBoostClassifier`: the booster's probabilities.
final class CatClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("catboost.core.CatBoostClassifier");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return BoosterAnswers.columns(PickledBooster.of(fitted));
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        return new BoosterAnswers(PickledBooster.of(fitted), fitted.path()).classify(x, g);
    }
}
