package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Value;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The tensors of a functional model that are known so far.
///
/// Keras 2 counts the calls of a model from the one on that built it, which no configuration holds:
/// where a call is named that a layer does not have, its calls are the ones that are named, in
/// their order.
final class Known {
    private final Map<ModelSpec.Place, Value> values = new HashMap<>();
    private final Map<String, List<Integer>> calls = new HashMap<>();

    Known(ModelSpec model) throws Problem {
        Map<String, NavigableSet<Integer>> named = new HashMap<>();
        model.outputs().forEach(place -> add(place, named));
        for (LayerSpec layer : model.layers()) {
            for (Object call : layer.calls()) {
                Arguments arguments = Arguments.of(call, layer.name());
                arguments.positional().forEach(argument -> add(argument, named));
                arguments.keywords().values().forEach(argument -> add(argument, named));
            }
        }
        for (LayerSpec layer : model.layers()) {
            NavigableSet<Integer> own = named.get(layer.name());
            if (own != null && own.last() >= Math.max(1, layer.calls().size())) {
                calls.put(layer.name(), List.copyOf(own));
            }
        }
    }

    private static void add(@Nullable Object argument, Map<String, NavigableSet<Integer>> named) {
        if (argument instanceof ModelSpec.Place place) {
            named.computeIfAbsent(place.layer(), _ -> new TreeSet<>()).add(place.call());
        } else if (argument instanceof List<?> list) {
            list.forEach(each -> add(each, named));
        }
    }

    /// Keeps what a layer gave.
    ///
    /// @param place its call counted from 0
    void put(ModelSpec.Place place, Value value) {
        values.put(place, value);
    }

    boolean has(ModelSpec.Place place) {
        return values.containsKey(place);
    }

    int size() {
        return values.size();
    }

    /// A tensor as the configuration names it; null where it is not known yet.
    @Nullable Value named(ModelSpec.Place place) {
        List<Integer> own = calls.get(place.layer());
        return values.get(
                own == null
                        ? place
                        : new ModelSpec.Place(
                                place.layer(), own.indexOf(place.call()), place.tensor()));
    }
}
