package gemwright.source.sklearn;

import gemwright.format.pickle.NumpyArray;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;
import gemwright.source.Summary.Part;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An estimator and the estimators in it, as a reader would draw them: steps by name, many alike by
/// their number.
final class Outline {
    /// Where fitted estimators keep others, the first that is there counting for its group.
    private static final List<List<String>> PLACES =
            List.of(
                    List.of("steps"),
                    List.of("transformers_"),
                    List.of("transformer_list"),
                    List.of("best_estimator_"),
                    List.of("estimators_", "estimator_", "base_estimator_"),
                    List.of("calibrated_classifiers_"),
                    List.of("final_estimator_"),
                    List.of("regressor_"),
                    List.of("transformer_"));

    /// Beyond that, members of a list are told by their number and not one by one.
    private static final int FEW = 12;

    private static final int DEEPEST = 40;

    private final Map<String, Integer> operators = new LinkedHashMap<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final Part root;
    private final long parameters;

    Outline(PickleObject estimator) {
        root = part("", estimator, 0);
        parameters = count(estimator);
    }

    Part root() {
        return root;
    }

    /// Estimators by class name, with how often each occurs.
    Map<String, Integer> operators() {
        return Collections.unmodifiableMap(operators);
    }

    /// Estimators by the public names of their classes.
    Set<String> types() {
        return Collections.unmodifiableSet(types);
    }

    /// Numbers in fitted arrays.
    long parameters() {
        return parameters;
    }

    private Part part(String path, PickleObject estimator, int depth) {
        operators.merge(name(estimator), 1, Integer::sum);
        types.add(estimator.typeName());
        List<Part> parts = new ArrayList<>();
        Set<PickleObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (List<String> group : PLACES) {
            Optional<String> place =
                    group.stream().filter(p -> estimator.attribute(p).isPresent()).findFirst();
            if (place.isPresent() && depth < DEEPEST) {
                PickleValue value = estimator.attribute(place.get()).orElseThrow();
                for (Map.Entry<String, PickleObject> child : children(place.get(), value)) {
                    if (seen.add(child.getValue())) {
                        String below =
                                path.isEmpty() ? child.getKey() : path + "/" + child.getKey();
                        parts.add(part(below, child.getValue(), depth + 1));
                    }
                }
            }
        }
        List<Part> shown = parts.size() <= FEW ? parts : parts.subList(0, 1);
        return new Part(path, estimator.typeName(), settings(estimator), shown);
    }

    private static List<Map.Entry<String, PickleObject>> children(String place, PickleValue value) {
        if (value instanceof PickleObject single) {
            return isEstimator(single) ? List.of(Map.entry(trim(place), single)) : List.of();
        }
        List<Map.Entry<String, PickleObject>> children = new ArrayList<>();
        List<PickleValue> members = Values.members(value).orElse(List.of());
        for (int i = 0; i < members.size(); i++) {
            List<PickleValue> tuple = members.get(i).elements();
            boolean named = tuple.size() > 1 && tuple.getFirst().asText().isPresent();
            String name = named ? tuple.getFirst().asText().get() : trim(place) + "[" + i + "]";
            PickleValue member = named ? tuple.get(1) : members.get(i);
            if (member instanceof PickleObject child && isEstimator(child)) {
                children.add(Map.entry(name, child));
            }
        }
        return children;
    }

    private static boolean isEstimator(PickleObject object) {
        return object.attributes().isPresent();
    }

    private static String trim(String place) {
        return place.endsWith("_") ? place.substring(0, place.length() - 1) : place;
    }

    /// What the estimator was made with: attributes with plain values and plain names.
    private static Map<String, String> settings(PickleObject estimator) {
        Map<String, String> settings = new LinkedHashMap<>();
        estimator
                .attributes()
                .map(PickleDict::named)
                .orElse(Map.of())
                .forEach(
                        (name, value) -> {
                            boolean setting = !name.startsWith("_") && !name.endsWith("_");
                            if (setting && !(value instanceof PickleObject)) {
                                settings.put(name, Values.spell(value));
                            }
                        });
        return settings;
    }

    /// Walks without recursion: a file may nest deeply, share and hold itself.
    private static long count(PickleObject estimator) {
        long numbers = 0;
        Set<PickleValue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<PickleValue> open = new ArrayDeque<>(List.of(estimator));
        while (!open.isEmpty()) {
            PickleValue value = open.pop();
            if (!seen.add(value)) {
                continue;
            }
            switch (value) {
                case NumpyArray array when array.type().kind() == 'O' ->
                        array.values().forEach(open::push);
                case NumpyArray array -> numbers += array.size();
                case PickleObject object -> {
                    object.state().ifPresent(open::push);
                    object.arguments().items().forEach(open::push);
                }
                case PickleDict dict -> dict.entries().forEach(e -> open.push(e.value()));
                default -> value.elements().forEach(open::push);
            }
        }
        return numbers;
    }

    private static String name(PickleObject object) {
        return object.typeName().substring(object.typeName().lastIndexOf('.') + 1);
    }
}
