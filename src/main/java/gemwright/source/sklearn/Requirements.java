package gemwright.source.sklearn;

import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleReference;
import gemwright.format.pickle.PickleValue;
import gemwright.source.Summary.Producer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The libraries that a file reveals, as pip spells them, with the release where it is stored.
final class Requirements {
    private static final Map<String, String> PIP_NAMES =
            Map.of(
                    "numpy", "numpy",
                    "scipy", "scipy",
                    "joblib", "joblib",
                    "pandas", "pandas",
                    "xgboost", "xgboost",
                    "lightgbm", "lightgbm",
                    "catboost", "catboost",
                    "cloudpickle", "cloudpickle");

    /// CatBoost's estimators are of its own making, the others' derive from scikit-learn's.
    private static final Set<String> NEED_SKLEARN = Set.of("sklearn", "xgboost", "lightgbm");

    private Requirements() {}

    static List<String> of(PickleObject root, List<PickleReference> references) {
        Set<String> libraries = new LinkedHashSet<>();
        boolean sklearn = false;
        for (PickleReference reference : references) {
            String module = reference.global().module();
            String top = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
            Optional.ofNullable(PIP_NAMES.get(top)).ifPresent(libraries::add);
            sklearn |= NEED_SKLEARN.contains(top);
        }
        List<String> requirements = new ArrayList<>();
        if (sklearn) {
            requirements.add(release(root).map(r -> "scikit-learn==" + r).orElse("scikit-learn"));
        }
        requirements.addAll(libraries);
        return requirements;
    }

    /// The library that wrote an estimator, with its release where it remembers that.
    static Producer producer(PickleObject root) {
        String library = root.typeName().substring(0, root.typeName().indexOf('.'));
        return library.equals("sklearn")
                ? new Producer("scikit-learn", release(root).orElse(""))
                : new Producer(library, "");
    }

    /// The release of scikit-learn that an estimator remembers.
    static Optional<String> release(PickleObject root) {
        return root.attribute("_sklearn_version").flatMap(PickleValue::asText);
    }
}
