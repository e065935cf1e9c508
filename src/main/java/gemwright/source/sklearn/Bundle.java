package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The estimators in a file: the one at its root, or those in a dict, list or tuple, by their keys
/// and places.
final class Bundle {
    /// How deep dicts and lists may lie in each other.
    private static final int DEPTH = 4;

    private static final int MOST = 1_000;

    /// Where the estimators of the libraries that we know live.
    private static final List<String> LIBRARIES =
            List.of("sklearn.", "catboost.core.", "lightgbm.sklearn.", "xgboost.sklearn.");

    private final Optional<PickleObject> root;
    private final Map<String, PickleObject> parts = new LinkedHashMap<>();

    private Bundle(PickleValue value) {
        root = estimator(value);
        if (root.isEmpty()) {
            collect("", value, DEPTH);
        }
    }

    static Bundle of(PickleValue value) {
        return new Bundle(value);
    }

    /// Whether there is any estimator.
    boolean hasEstimators() {
        return root.isPresent() || !parts.isEmpty();
    }

    /// The estimator at the root of the file.
    Optional<PickleObject> root() {
        return root;
    }

    /// The estimators that are not at the root, by path: `model`, `models/0`.
    Map<String, PickleObject> parts() {
        return java.util.Collections.unmodifiableMap(parts);
    }

    /// The estimator to work with: the root, or the part that was asked for.
    ///
    /// @throws Problem where the user has to choose, or chose what is not there; names the parts
    PickleObject choose(Optional<String> part) throws Problem {
        if (part.isEmpty() && root.isPresent()) {
            return root.get();
        }
        if (part.isPresent() && parts.containsKey(part.get())) {
            return parts.get(part.get());
        }
        String names =
                parts.entrySet().stream()
                        .map(e -> e.getKey() + " (" + name(e.getValue()) + ")")
                        .collect(Collectors.joining(", "));
        throw part.isEmpty()
                ? Problem.of("sklearn.bundle", "", names, parts.keySet().iterator().next())
                : Problem.of("sklearn.noPart", part.get(), names.isEmpty() ? "-" : names);
    }

    private void collect(String path, PickleValue value, int depth) {
        if (depth == 0 || parts.size() >= MOST) {
            return;
        }
        if (value instanceof PickleDict dict) {
            dict.named().forEach((key, member) -> add(path + key, member, depth));
        } else {
            List<PickleValue> members = value.elements();
            for (int i = 0; i < members.size(); i++) {
                add(path + i, members.get(i), depth);
            }
        }
    }

    private void add(String path, PickleValue member, int depth) {
        estimator(member)
                .ifPresentOrElse(
                        found -> parts.putIfAbsent(path, found),
                        () -> collect(path + "/", member, depth - 1));
    }

    private static Optional<PickleObject> estimator(PickleValue value) {
        return value instanceof PickleObject object && isEstimator(object.typeName())
                ? Optional.of(object)
                : Optional.empty();
    }

    /// Whether the class is one of scikit-learn's, or of a library that speaks its language.
    static boolean isEstimator(String type) {
        return LIBRARIES.stream().anyMatch(type::startsWith);
    }

    private static String name(PickleObject object) {
        return object.typeName().substring(object.typeName().lastIndexOf('.') + 1);
    }
}
