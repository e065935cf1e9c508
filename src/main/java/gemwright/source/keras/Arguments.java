package gemwright.source.keras;

import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a layer of a functional model is called with.
///
/// @param positional a [ModelSpec.Place] for a tensor, or a number
/// @param keywords a list of places, or another value, by name; those that are null are left out
record Arguments(List<@Nullable Object> positional, Map<String, Object> keywords) {
    /// Reads a call, as Keras 3 or Keras 2 wrote it.
    static Arguments of(@Nullable Object call, String where) throws Problem {
        Arguments arguments = new Arguments(new ArrayList<>(), new LinkedHashMap<>());
        if (call instanceof Map<?, ?> recent) {
            arguments.add(recent.get("args"), where, 0);
            if (recent.get("kwargs") instanceof Map<?, ?> keywords) {
                arguments.addKeywords(keywords, where);
            }
        } else if (call instanceof List<?> older) {
            // One tensor, or a list of tensors: [layer, call, tensor, keywords].
            for (Object tensor :
                    older.isEmpty() || older.getFirst() instanceof String
                            ? List.of(older)
                            : older) {
                arguments.addOlder(tensor, where);
            }
        }
        return arguments;
    }

    private void addOlder(@Nullable Object tensor, String where) throws Problem {
        List<ModelSpec.Place> places = ModelSpec.places(tensor);
        if (places.size() != 1) {
            throw Problem.of("keras.argument", where, String.valueOf(tensor));
        }
        positional.add(places.getFirst());
        if (tensor instanceof List<?> list
                && list.size() > 3
                && list.get(3) instanceof Map<?, ?> more) {
            addKeywords(more, where);
        }
    }

    private void addKeywords(Map<?, ?> given, String where) throws Problem {
        for (Map.Entry<?, ?> keyword : given.entrySet()) {
            Object value = keyword.getValue();
            if (value == null) {
                continue;
            }
            List<ModelSpec.Place> places = tensors(value);
            if (places.isEmpty() && value instanceof Map<?, ?>) {
                throw Problem.of("keras.argument", where, String.valueOf(keyword.getKey()));
            }
            keywords.put(String.valueOf(keyword.getKey()), places.isEmpty() ? value : places);
        }
    }

    private void add(@Nullable Object argument, String where, int depth) throws Problem {
        if (depth > ModelSpec.DEEPEST) {
            throw Problem.of("keras.argument", where, "nesting");
        }
        Object place = tensor(argument);
        if (place != null) {
            positional.add(place);
        } else if (argument instanceof List<?> list) {
            for (Object each : list) {
                add(each, where, depth + 1);
            }
        } else if (argument instanceof Map<?, ?> map) {
            throw Problem.of("keras.argument", where, String.valueOf(map.get("class_name")));
        } else {
            positional.add(argument);
        }
    }

    /// The tensors that an argument is, one or a list, as Keras 3 or 2 wrote them.
    private static List<ModelSpec.Place> tensors(Object argument) {
        List<ModelSpec.Place> places = new ArrayList<>();
        for (Object each : argument instanceof List<?> list ? list : List.of(argument)) {
            if (tensor(each) instanceof ModelSpec.Place place) {
                places.add(place);
            }
        }
        return places.isEmpty() ? ModelSpec.places(argument) : places;
    }

    private static @Nullable Object tensor(@Nullable Object argument) {
        if (argument instanceof Map<?, ?> map
                && "__keras_tensor__".equals(map.get("class_name"))
                && map.get("config") instanceof Map<?, ?> config) {
            List<ModelSpec.Place> places = ModelSpec.places(config.get("keras_history"));
            return places.isEmpty() ? null : places.getFirst();
        }
        return null;
    }
}
