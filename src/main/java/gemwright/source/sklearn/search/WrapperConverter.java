package gemwright.source.sklearn.search;

import gemwright.base.Problem;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Wrapped;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Searches, and others that stand for one estimator inside them.
final class WrapperConverter implements EstimatorConverter.Wrapper {
    private static final Map<String, List<String>> INNER =
            Map.of(
                    "sklearn.model_selection.GridSearchCV", List.of("best_estimator_"),
                    "sklearn.model_selection.RandomizedSearchCV", List.of("best_estimator_"),
                    "sklearn.model_selection.HalvingGridSearchCV", List.of("best_estimator_"),
                    "sklearn.model_selection.HalvingRandomSearchCV", List.of("best_estimator_"),
                    "sklearn.linear_model.RANSACRegressor", List.of("estimator_"),
                    "sklearn.frozen.FrozenEstimator", List.of("estimator"),
                    // renamed in 1.6
                    "sklearn.semi_supervised.SelfTrainingClassifier",
                            List.of("estimator_", "base_estimator_"));

    @Override
    public Set<String> estimators() {
        return INNER.keySet();
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("n_features_in_") ? Columns.of(fitted) : known.columns(inner(fitted));
    }

    @Override
    public Wrapped unwrap(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        return new Wrapped(Optional.of(inner(fitted)), x);
    }

    private static Estimator inner(Estimator fitted) throws Problem {
        List<String> places = INNER.getOrDefault(fitted.type(), List.of());
        String place =
                places.stream()
                        .filter(fitted::has)
                        .findFirst()
                        .orElseThrow(() -> fitted.unreadable(places.getFirst()));
        return fitted.child(place, place.replaceAll("_$", ""));
    }
}
